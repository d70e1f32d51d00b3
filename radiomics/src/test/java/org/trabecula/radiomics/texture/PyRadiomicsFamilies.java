package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.radiomics.settings.WeightingNorm;

/// All texture features of a level image in PyRadiomics' profile, by `family_Feature`.
final class PyRadiomicsFamilies {
    private PyRadiomicsFamilies() {}

    static Map<String, Double> all(
            LevelImage image,
            List<Integer> distances,
            Slicing slicing,
            boolean symmetrical,
            WeightingNorm weightingNorm,
            int alpha) {
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, "glcm", Glcm.NAMES,
                Glcm.features(image, new GlcmSettings(distances, slicing, symmetrical, weightingNorm), all(Glcm.NAMES)));
        put(values, "glrlm", Glrlm.NAMES,
                Glrlm.features(image, new GlrlmSettings(slicing, weightingNorm), all(Glrlm.NAMES)));
        put(values, "glszm", Glszm.NAMES, Glszm.features(image, new GlszmSettings(slicing), all(Glszm.NAMES)));
        put(values, "gldm", Gldm.NAMES,
                Gldm.features(image, new GldmSettings(distances, slicing, alpha), all(Gldm.NAMES)));
        put(values, "ngtdm", Ngtdm.NAMES,
                Ngtdm.features(image, new NgtdmSettings(distances, slicing), all(Ngtdm.NAMES)));
        return values;
    }

    static Map<String, Double> all(LevelImage image) {
        return all(image, NeighbourStep.ADJACENT, Slicing.NONE, true, WeightingNorm.NONE, 0);
    }

    private static BitSet all(List<String> names) {
        BitSet wanted = new BitSet();
        wanted.set(0, names.size());
        return wanted;
    }

    private static void put(Map<String, Double> values, String family, List<String> names, double[] of) {
        for (int n = 0; n < of.length; n++) {
            values.put(family + "_" + names.get(n), of[n]);
        }
    }
}
