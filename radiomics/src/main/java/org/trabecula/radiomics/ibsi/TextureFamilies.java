package org.trabecula.radiomics.ibsi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.image.Mask;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.texture.AggregatedValue;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.Gldzm;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.LevelImage;
import org.trabecula.radiomics.texture.Ngldm;
import org.trabecula.radiomics.texture.Ngtdm;

/// Names the values of the texture matrices, which lie in [org.trabecula.radiomics.texture].
final class TextureFamilies {
    private static final String NO_PAIR = "no voxel of the region has a neighbour in it";

    private TextureFamilies() {}

    /// The settings' aggregations that apply to a family, in the order of [Aggregation]; none outside texture.
    static List<Aggregation> aggregations(IbsiFamily family, Set<Aggregation> wanted) {
        return family.aggregations().stream().filter(wanted::contains).toList();
    }

    /// @param levels of the intensity mask's voxels, in the order of [IbsiRegion#intensities]
    static void put(
            IbsiFamily family, IbsiRegion region, int[] levels, Set<Aggregation> wanted, FeatureValues values) {
        LevelImage image = levelImage(region, levels);
        for (Aggregation aggregation : aggregations(family, wanted)) {
            for (AggregatedValue value : values(family, image, region.shape(), aggregation)) {
                values.put(feature(family, value.code()), Optional.of(aggregation), value.value(), NO_PAIR);
            }
        }
    }

    private static List<AggregatedValue> values(
            IbsiFamily family, LevelImage image, Mask shape, Aggregation aggregation) {
        return switch (family) {
            case GLCM -> Glcm.ibsi(image, aggregation);
            case GLRLM -> Glrlm.ibsi(image, aggregation);
            case GLSZM -> Glszm.ibsi(image, aggregation);
            case GLDZM -> Gldzm.ibsi(image, shape.toFlags(), aggregation);
            case NGTDM -> Ngtdm.ibsi(image, aggregation);
            case NGLDM -> Ngldm.ibsi(image, aggregation);
            case MORPHOLOGY, LOCAL_INTENSITY, STATISTICS, HISTOGRAM, VOLUME_HISTOGRAM ->
                throw new IllegalArgumentException(family + " is no texture family");
        };
    }

    private static IbsiFeature feature(IbsiFamily family, String tag) {
        return Arrays.stream(IbsiFeature.values())
                .filter(feature -> feature.family() == family && feature.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(family + " has no feature " + tag));
    }

    /// Levels in the morphological mask's box, 0 outside the intensity mask.
    private static LevelImage levelImage(IbsiRegion region, int[] levels) {
        Mask shape = region.shape();
        boolean[] inside = region.intensity().orElseThrow().toFlags(shape.box());
        int[] box = new int[inside.length];
        int next = 0;
        for (int v = 0; v < box.length; v++) {
            box[v] = inside[v] ? levels[next++] : 0;
        }
        return LevelImage.of(shape.box().size(), shape.grid().spacing(), box);
    }
}
