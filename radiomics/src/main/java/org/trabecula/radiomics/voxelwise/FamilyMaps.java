package org.trabecula.radiomics.voxelwise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trabecula.core.Parallel;
import org.trabecula.radiomics.FamilySelection;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.WeightingNorm;
import org.trabecula.radiomics.texture.Glcm;

/// The maps of one family on one image. Voxels are cut into chunks, so that results do not depend on the number of threads.
final class FamilyMaps {
    private static final int JOINT_AVERAGE = Glcm.NAMES.indexOf("JointAverage");
    private static final int MCC = Glcm.NAMES.indexOf("MCC");
    private static final int INVERSE_VARIANCE = Glcm.NAMES.indexOf("InverseVariance");

    private final MappedImage image;
    private final FeatureSettings settings;
    private final KernelSettings kernel;

    FamilyMaps(MappedImage image, FeatureSettings settings, KernelSettings kernel) {
        this.image = image;
        this.settings = settings;
        this.kernel = kernel;
    }

    /// How many pieces of work a family is.
    static int pieces(FeatureClass family, int voxels) {
        return Math.ceilDiv(voxels, chunk(family));
    }

    /// How many voxels of a family are a piece of work: all pieces take about equally long.
    private static int chunk(FeatureClass family) {
        return switch (family) {
            case GLCM -> 64;
            case GLRLM -> 256;
            case FIRSTORDER, GLDM, GLSZM, NGTDM, SHAPE, SHAPE2D -> 1024;
        };
    }

    /// @param family  the wanted features
    /// @param columns of the maps that are asked for, among those of `family`
    /// @param done    called as each chunk is finished, from any thread
    List<FeatureMap> of(FamilySelection family, BitSet columns, int jobs, Runnable done) {
        FeatureClass type = family.featureClass();
        int[] centres = image.centres();
        BitSet wanted = new BitSet();
        columns.stream().forEach(n -> wanted.set(family.indices()[n]));
        double[][] values = new double[family.names().size()][];
        columns.stream().forEach(n -> values[n] = new double[centres.length]);
        Optional<PairlessDirections> pairless = type == FeatureClass.GLCM ? Optional.of(pairless(jobs)) : Optional.empty();
        BitSet withoutMcc = (BitSet) wanted.clone();
        withoutMcc.clear(MCC);
        Supplier<KernelFamily> maker = image.family(type, settings);
        int size = chunk(type);
        Parallel.forEach(pieces(type, centres.length), jobs, chunk -> {
            KernelFamily kernels = maker.get();
            for (int voxel = chunk * size; voxel < Math.min(centres.length, (chunk + 1) * size); voxel++) {
                boolean spared = pairless.isPresent() && pairless.get().failed(voxel);
                double[] all = kernels.features(centres[voxel], spared ? withoutMcc : wanted);
                if (pairless.isPresent()) {
                    asPyRadiomics(all, voxel, pairless.get());
                }
                for (int n = columns.nextSetBit(0); n >= 0; n = columns.nextSetBit(n + 1)) {
                    values[n][voxel] = all[family.indices()[n]];
                }
            }
            done.run();
        });
        List<FeatureMap> maps = new ArrayList<>();
        columns.stream().forEach(n -> maps.add(image.map(family.column(image.name(), n), values[n], kernel.initValue())));
        return maps;
    }

    private PairlessDirections pairless(int jobs) {
        return image.pairless(settings, settings.weightingNorm() != WeightingNorm.NONE, kernel.batch().orElse(Integer.MAX_VALUE), jobs);
    }

    /// What a mean over directions does not say: [PairlessDirections], and that on a region of one level the sum over `k ≥ 1` has no
    /// term and is 0, also where a direction is empty.
    private void asPyRadiomics(double[] all, int voxel, PairlessDirections pairless) {
        if (pairless.broken(voxel)) {
            all[JOINT_AVERAGE] = Double.NaN;
        }
        if (pairless.failed(voxel)) {
            all[MCC] = kernel.initValue();
        }
        if (image.isFlat()) {
            all[INVERSE_VARIANCE] = 0;
        }
    }
}
