package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level dependence matrix (GLDM): how many neighbours of a voxel are alike.
///
/// Matrix: [DependenceMatrix]; formulas: [LevelSizeFeatures].
public final class Gldm {
    private static final List<LevelSizeFeature> FEATURES = List.of(
            new LevelSizeFeature("DependenceEntropy", LevelSizeFeatures::guardedEntropy),
            new LevelSizeFeature("DependenceNonUniformity", LevelSizeFeatures::sizeNonUniformity),
            new LevelSizeFeature("DependenceNonUniformityNormalized", LevelSizeFeatures::sizeNonUniformityNormalised),
            new LevelSizeFeature("DependenceVariance", LevelSizeFeatures::sizeVariance),
            new LevelSizeFeature("GrayLevelNonUniformity", LevelSizeFeatures::levelNonUniformity),
            new LevelSizeFeature("GrayLevelVariance", LevelSizeFeatures::levelVariance),
            new LevelSizeFeature("HighGrayLevelEmphasis", LevelSizeFeatures::highLevelEmphasis),
            new LevelSizeFeature("LargeDependenceEmphasis", LevelSizeFeatures::largeEmphasis),
            new LevelSizeFeature("LargeDependenceHighGrayLevelEmphasis", LevelSizeFeatures::largeHighLevelEmphasis),
            new LevelSizeFeature("LargeDependenceLowGrayLevelEmphasis", LevelSizeFeatures::largeLowLevelEmphasis),
            new LevelSizeFeature("LowGrayLevelEmphasis", LevelSizeFeatures::lowLevelEmphasis),
            new LevelSizeFeature("SmallDependenceEmphasis", LevelSizeFeatures::smallEmphasis),
            new LevelSizeFeature("SmallDependenceHighGrayLevelEmphasis", LevelSizeFeatures::smallHighLevelEmphasis),
            new LevelSizeFeature("SmallDependenceLowGrayLevelEmphasis", LevelSizeFeatures::smallLowLevelEmphasis));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = LevelSizeFeature.names(FEATURES);

    /// Names that PyRadiomics still knows but gives no value for.
    public static final List<DeprecatedFeature> DEPRECATED = List.of(
            new DeprecatedFeature("DependencePercentage", "always 1: every voxel has a dependence"),
            new DeprecatedFeature("GrayLevelNonUniformityNormalized", "equal to firstorder Uniformity"));

    private Gldm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GldmSettings settings, BitSet wanted) {
        Direction.required(image, settings.distances(), settings.slicing());
        return LevelSizeFeature.means(FEATURES, List.of(DependenceMatrix.of(image, settings)), wanted);
    }
}
