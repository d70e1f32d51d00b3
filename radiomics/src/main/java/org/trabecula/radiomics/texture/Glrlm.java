package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Grey level run length matrix (GLRLM): how long the runs of equal level along a direction are.
///
/// Matrix: [RunLengthMatrix]; formulas: [LevelSizeFeatures].
public final class Glrlm {
    private static final List<LevelSizeFeature> FEATURES = List.of(
            new LevelSizeFeature("GrayLevelNonUniformity", LevelSizeFeatures::levelNonUniformity),
            new LevelSizeFeature("GrayLevelNonUniformityNormalized", LevelSizeFeatures::levelNonUniformityNormalised),
            new LevelSizeFeature("GrayLevelVariance", LevelSizeFeatures::levelVariance),
            new LevelSizeFeature("HighGrayLevelRunEmphasis", LevelSizeFeatures::highLevelEmphasis),
            new LevelSizeFeature("LongRunEmphasis", LevelSizeFeatures::largeEmphasis),
            new LevelSizeFeature("LongRunHighGrayLevelEmphasis", LevelSizeFeatures::largeHighLevelEmphasis),
            new LevelSizeFeature("LongRunLowGrayLevelEmphasis", LevelSizeFeatures::largeLowLevelEmphasis),
            new LevelSizeFeature("LowGrayLevelRunEmphasis", LevelSizeFeatures::lowLevelEmphasis),
            new LevelSizeFeature("RunEntropy", LevelSizeFeatures::guardedEntropy),
            new LevelSizeFeature("RunLengthNonUniformity", LevelSizeFeatures::sizeNonUniformity),
            new LevelSizeFeature("RunLengthNonUniformityNormalized", LevelSizeFeatures::sizeNonUniformityNormalised),
            new LevelSizeFeature("RunPercentage", LevelSizeFeatures::percentage),
            new LevelSizeFeature("RunVariance", LevelSizeFeatures::sizeVariance),
            new LevelSizeFeature("ShortRunEmphasis", LevelSizeFeatures::smallEmphasis),
            new LevelSizeFeature("ShortRunHighGrayLevelEmphasis", LevelSizeFeatures::smallHighLevelEmphasis),
            new LevelSizeFeature("ShortRunLowGrayLevelEmphasis", LevelSizeFeatures::smallLowLevelEmphasis));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = LevelSizeFeature.names(FEATURES);

    private Glrlm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted and where no direction has a run
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GlrlmSettings settings, BitSet wanted) {
        List<Direction> directions = Direction.required(image, Direction.ADJACENT, settings.slicing());
        List<LevelSizeMatrix> all = RunLengthMatrix.perDirection(image);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        List<Direction> kept = new ArrayList<>();
        for (Direction direction : directions) {
            if (RunLengthMatrix.hasSharedLine(image, direction)) {
                matrices.add(all.get(EqualNeighbours.VOLUME.indexOf(direction)));
                kept.add(direction);
            }
        }
        if (settings.weightingNorm() != WeightingNorm.NONE && !matrices.isEmpty()) {
            double[] weights = kept.stream()
                    .mapToDouble(direction -> settings.weightingNorm().lengthMm(direction, image.spacing()))
                    .toArray();
            matrices = List.of(LevelSizeMatrix.weightedSum(matrices, weights));
        }
        return LevelSizeFeature.means(FEATURES, matrices, wanted);
    }
}
