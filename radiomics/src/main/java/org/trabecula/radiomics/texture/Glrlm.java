package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.settings.WeightingNorm;

/// Grey level run length matrix (GLRLM): how long the runs of equal level along a direction are.
///
/// Matrix: [RunLengthMatrix]; formulas: [LevelSizeFeatures].
public final class Glrlm {
    private static final List<MatrixFeature<LevelSizeMatrix>> FEATURES = List.of(
            new MatrixFeature<>("GrayLevelNonUniformity", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("GrayLevelNonUniformityNormalized", LevelSizeFeatures::levelNonUniformityNormalised),
            new MatrixFeature<>("GrayLevelVariance", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("HighGrayLevelRunEmphasis", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("LongRunEmphasis", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("LongRunHighGrayLevelEmphasis", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("LongRunLowGrayLevelEmphasis", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("LowGrayLevelRunEmphasis", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("RunEntropy", LevelSizeFeatures::guardedEntropy),
            new MatrixFeature<>("RunLengthNonUniformity", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("RunLengthNonUniformityNormalized", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("RunPercentage", LevelSizeFeatures::percentage),
            new MatrixFeature<>("RunVariance", LevelSizeFeatures::sizeVariance),
            new MatrixFeature<>("ShortRunEmphasis", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("ShortRunHighGrayLevelEmphasis", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("ShortRunLowGrayLevelEmphasis", LevelSizeFeatures::smallLowLevelEmphasis));

    private static final List<MatrixFeature<LevelSizeMatrix>> IBSI = List.of(
            new MatrixFeature<>("22OV", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("W4KF", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("V3SW", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("G3QZ", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("HTZT", LevelSizeFeatures::smallLowLevelEmphasis),
            new MatrixFeature<>("GD3A", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("IVPO", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("3KUM", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("R5YN", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("OVBL", LevelSizeFeatures::levelNonUniformityNormalised),
            new MatrixFeature<>("W92Y", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("IC23", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("9ZK5", LevelSizeFeatures::percentage),
            new MatrixFeature<>("8CE5", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("SXLW", LevelSizeFeatures::sizeVariance),
            new MatrixFeature<>("HJ9O", LevelSizeFeatures::entropy));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = MatrixFeature.ids(FEATURES);

    /// The IBSI's codes of the features of [#ibsi], in its order.
    public static final List<String> IBSI_CODES = MatrixFeature.ids(IBSI);

    private Glrlm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted and where no direction has a run
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GlrlmSettings settings, BitSet wanted) {
        return along(NeighbourStep.required(image, NeighbourStep.ADJACENT, settings.slicing()), image, settings, wanted);
    }

    /// The features of a part of a region, such as a kernel: as [#features], but along given directions, which may be none.
    public static double[] along(List<NeighbourStep> directions, LevelImage image, GlrlmSettings settings, BitSet wanted) {
        List<LevelSizeMatrix> all = RunLengthMatrix.perDirection(image);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        List<NeighbourStep> kept = new ArrayList<>();
        for (NeighbourStep direction : directions) {
            if (RunLengthMatrix.hasSharedLine(image, direction)) {
                matrices.add(all.get(EqualNeighbours.VOLUME.indexOf(direction)));
                kept.add(direction);
            }
        }
        if (settings.weightingNorm() != WeightingNorm.NONE && !matrices.isEmpty()) {
            double[] weights = kept.stream()
                    .mapToDouble(direction -> direction.lengthMm(settings.weightingNorm(), image.spacing()))
                    .toArray();
            matrices = List.of(LevelSizeMatrix.weightedSum(matrices, weights));
        }
        return means(matrices, wanted);
    }

    static double[] means(List<LevelSizeMatrix> matrices, BitSet wanted) {
        return MatrixFeature.means(FEATURES, matrices, wanted);
    }

    /// The features of `image` as the IBSI defines them.
    ///
    /// @return one value per code of [#IBSI_CODES], NaN where undefined
    /// @throws IllegalArgumentException if `aggregation` is not for this family
    public static List<AggregatedValue> ibsi(LevelImage image, Aggregation aggregation) {
        AggregatedMatrices.require(aggregation, true);
        List<LevelSizeMatrix> matrices =
                AggregatedMatrices.of(aggregation, image, RunLengthMatrix::perDirection, LevelSizeMatrix::sum);
        return MatrixFeature.ibsi(IBSI, matrices, aggregation);
    }
}
