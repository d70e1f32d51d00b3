package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;

/// Grey level distance zone matrix (GLDZM): how far from the border the zones of equal level come.
///
/// Matrix: [DistanceZoneMatrix]; formulas: [LevelSizeFeatures]. PyRadiomics has no such family.
public final class Gldzm {
    private static final List<MatrixFeature<LevelSizeMatrix>> IBSI = List.of(
            new MatrixFeature<>("0GBI", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("MB4I", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("S1RA", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("K26C", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("RUVG", LevelSizeFeatures::smallLowLevelEmphasis),
            new MatrixFeature<>("DKNJ", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("A7WM", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("KLTH", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("VFT7", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("7HP3", LevelSizeFeatures::levelNonUniformityNormalised),
            new MatrixFeature<>("V294", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("IATH", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("VIWW", LevelSizeFeatures::percentage),
            new MatrixFeature<>("QK93", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("7WT1", LevelSizeFeatures::sizeVariance),
            new MatrixFeature<>("GBDU", LevelSizeFeatures::entropy));

    /// The IBSI's codes of the features of [#ibsi], in its order.
    public static final List<String> IBSI_CODES = MatrixFeature.ids(IBSI);

    private Gldzm() {}

    /// The features of `image` as the IBSI defines them.
    ///
    /// @param image         its box holds the whole morphological mask
    /// @param morphological one flag per voxel of the box, i fastest: the morphological mask, from whose border distances
    ///     are measured; what lies outside the box is outside the mask
    /// @return one value per code of [#IBSI_CODES], NaN where undefined
    /// @throws IllegalArgumentException if `aggregation` is not for this family
    public static List<AggregatedValue> ibsi(LevelImage image, boolean[] morphological, Aggregation aggregation) {
        AggregatedMatrices.require(aggregation, false);
        if (morphological.length != image.size().voxels()) {
            throw new IllegalArgumentException(
                    "a box of " + image.size() + " voxels takes as many flags, got " + morphological.length);
        }
        BorderDistance distance = BorderDistance.of(image.size(), morphological, aggregation.slicing());
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        switch (aggregation) {
            case VOLUME -> matrices.add(DistanceZoneMatrix.of(image, distance));
            case PER_SLICE -> matrices.addAll(DistanceZoneMatrix.perSlice(image, distance));
            default -> matrices.add(LevelSizeMatrix.sum(DistanceZoneMatrix.perSlice(image, distance)));
        }
        return MatrixFeature.ibsi(IBSI, matrices, aggregation);
    }
}
