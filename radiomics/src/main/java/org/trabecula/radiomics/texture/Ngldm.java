package org.trabecula.radiomics.texture;

import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;

/// Neighbouring grey level dependence matrix (NGLDM): how many neighbours of a voxel have its level, at distance 1.
///
/// Matrix: [DependenceMatrix]; formulas: [LevelSizeFeatures]. PyRadiomics' name for the same matrix is GLDM: [Gldm].
public final class Ngldm {
    private static final List<MatrixFeature<LevelSizeMatrix>> IBSI = List.of(
            new MatrixFeature<>("SODN", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("IMOQ", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("TL9H", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("OAE7", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("EQ3F", LevelSizeFeatures::smallLowLevelEmphasis),
            new MatrixFeature<>("JA6D", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("NBZI", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("9QMG", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("FP8K", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("5SPA", LevelSizeFeatures::levelNonUniformityNormalised),
            new MatrixFeature<>("Z87G", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("OKJI", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("6XV8", LevelSizeFeatures::percentage),
            new MatrixFeature<>("1PFV", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("DNX2", LevelSizeFeatures::sizeVariance),
            new MatrixFeature<>("FCBV", LevelSizeFeatures::entropy),
            new MatrixFeature<>("CAS9", LevelSizeFeatures::energy));

    /// The IBSI's codes of the features of [#ibsi], in its order.
    public static final List<String> IBSI_CODES = MatrixFeature.ids(IBSI);

    private Ngldm() {}

    /// The features of `image` as the IBSI defines them.
    ///
    /// @return one value per code of [#IBSI_CODES], NaN where undefined
    /// @throws IllegalArgumentException if `aggregation` is not for this family
    public static List<AggregatedValue> ibsi(LevelImage image, Aggregation aggregation) {
        AggregatedMatrices.require(aggregation, false);
        List<LevelSizeMatrix> matrices = AggregatedMatrices.of(
                aggregation,
                image,
                (part, slicing) -> List.of(DependenceMatrix.of(part, new GldmSettings(NeighbourStep.ADJACENT, slicing, 0))),
                LevelSizeMatrix::sum);
        return MatrixFeature.ibsi(IBSI, matrices, aggregation);
    }
}
