package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;

/// Grey level size zone matrix (GLSZM): how large the connected zones of equal level are.
///
/// Matrix: [SizeZoneMatrix]; formulas: [LevelSizeFeatures].
public final class Glszm {
    private static final List<MatrixFeature<LevelSizeMatrix>> FEATURES = List.of(
            new MatrixFeature<>("GrayLevelNonUniformity", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("GrayLevelNonUniformityNormalized", LevelSizeFeatures::levelNonUniformityNormalised),
            new MatrixFeature<>("GrayLevelVariance", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("HighGrayLevelZoneEmphasis", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("LargeAreaEmphasis", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("LargeAreaHighGrayLevelEmphasis", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("LargeAreaLowGrayLevelEmphasis", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("LowGrayLevelZoneEmphasis", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("SizeZoneNonUniformity", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("SizeZoneNonUniformityNormalized", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("SmallAreaEmphasis", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("SmallAreaHighGrayLevelEmphasis", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("SmallAreaLowGrayLevelEmphasis", LevelSizeFeatures::smallLowLevelEmphasis),
            new MatrixFeature<>("ZoneEntropy", LevelSizeFeatures::guardedEntropy),
            new MatrixFeature<>("ZonePercentage", LevelSizeFeatures::percentage),
            new MatrixFeature<>("ZoneVariance", LevelSizeFeatures::sizeVariance));

    private static final List<MatrixFeature<LevelSizeMatrix>> IBSI = List.of(
            new MatrixFeature<>("5QRC", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("48P8", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("XMSY", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("5GN9", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("5RAI", LevelSizeFeatures::smallLowLevelEmphasis),
            new MatrixFeature<>("HW1V", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("YH51", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("J17V", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("JNSA", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("Y1RO", LevelSizeFeatures::levelNonUniformityNormalised),
            new MatrixFeature<>("4JP3", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("VB3A", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("P30P", LevelSizeFeatures::percentage),
            new MatrixFeature<>("BYLV", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("3NSA", LevelSizeFeatures::sizeVariance),
            new MatrixFeature<>("GU8N", LevelSizeFeatures::entropy));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = MatrixFeature.ids(FEATURES);

    /// The IBSI's codes of the features of [#ibsi], in its order.
    public static final List<String> IBSI_CODES = MatrixFeature.ids(IBSI);

    private Glszm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GlszmSettings settings, BitSet wanted) {
        NeighbourStep.required(image, NeighbourStep.ADJACENT, settings.slicing());
        return means(List.of(SizeZoneMatrix.of(image, settings.slicing())), wanted);
    }

    static double[] means(List<LevelSizeMatrix> matrices, BitSet wanted) {
        return MatrixFeature.means(FEATURES, matrices, wanted);
    }

    /// The features of `image` as the IBSI defines them.
    ///
    /// @return one value per code of [#IBSI_CODES], NaN where undefined
    /// @throws IllegalArgumentException if `aggregation` is not for this family
    public static List<AggregatedValue> ibsi(LevelImage image, Aggregation aggregation) {
        AggregatedMatrices.require(aggregation, false);
        List<LevelSizeMatrix> matrices = AggregatedMatrices.of(
                aggregation, image, (part, slicing) -> List.of(SizeZoneMatrix.of(part, slicing)), LevelSizeMatrix::sum);
        return MatrixFeature.ibsi(IBSI, matrices, aggregation);
    }
}
