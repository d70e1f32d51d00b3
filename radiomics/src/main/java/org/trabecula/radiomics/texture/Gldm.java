package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level dependence.
public final class Gldm {
    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = List.of("DependenceEntropy", "DependenceNonUniformity", "DependenceNonUniformityNormalized", "DependenceVariance", "GrayLevelNonUniformity", "GrayLevelVariance", "HighGrayLevelEmphasis", "LargeDependenceEmphasis", "LargeDependenceHighGrayLevelEmphasis", "LargeDependenceLowGrayLevelEmphasis", "LowGrayLevelEmphasis", "SmallDependenceEmphasis", "SmallDependenceHighGrayLevelEmphasis", "SmallDependenceLowGrayLevelEmphasis");

    /// Names that PyRadiomics still knows but gives no value for.
    public static final List<DeprecatedFeature> DEPRECATED = List.of(
            new DeprecatedFeature("DependencePercentage", "always 1: every voxel has a dependence"),
            new DeprecatedFeature("GrayLevelNonUniformityNormalized", "equal to firstorder Uniformity"));

    private Gldm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    public static double[] features(LevelImage image, GldmSettings settings, BitSet wanted) {
        throw new UnsupportedOperationException("not computed yet");
    }
}
