package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level size zone matrix (GLSZM): how large the connected zones of equal level are.
///
/// Matrix: [SizeZoneMatrix]; formulas: [LevelSizeFeatures].
public final class Glszm {
    private static final List<LevelSizeFeature> FEATURES = List.of(
            new LevelSizeFeature("GrayLevelNonUniformity", LevelSizeFeatures::levelNonUniformity),
            new LevelSizeFeature("GrayLevelNonUniformityNormalized", LevelSizeFeatures::levelNonUniformityNormalised),
            new LevelSizeFeature("GrayLevelVariance", LevelSizeFeatures::levelVariance),
            new LevelSizeFeature("HighGrayLevelZoneEmphasis", LevelSizeFeatures::highLevelEmphasis),
            new LevelSizeFeature("LargeAreaEmphasis", LevelSizeFeatures::largeEmphasis),
            new LevelSizeFeature("LargeAreaHighGrayLevelEmphasis", LevelSizeFeatures::largeHighLevelEmphasis),
            new LevelSizeFeature("LargeAreaLowGrayLevelEmphasis", LevelSizeFeatures::largeLowLevelEmphasis),
            new LevelSizeFeature("LowGrayLevelZoneEmphasis", LevelSizeFeatures::lowLevelEmphasis),
            new LevelSizeFeature("SizeZoneNonUniformity", LevelSizeFeatures::sizeNonUniformity),
            new LevelSizeFeature("SizeZoneNonUniformityNormalized", LevelSizeFeatures::sizeNonUniformityNormalised),
            new LevelSizeFeature("SmallAreaEmphasis", LevelSizeFeatures::smallEmphasis),
            new LevelSizeFeature("SmallAreaHighGrayLevelEmphasis", LevelSizeFeatures::smallHighLevelEmphasis),
            new LevelSizeFeature("SmallAreaLowGrayLevelEmphasis", LevelSizeFeatures::smallLowLevelEmphasis),
            new LevelSizeFeature("ZoneEntropy", LevelSizeFeatures::guardedEntropy),
            new LevelSizeFeature("ZonePercentage", LevelSizeFeatures::percentage),
            new LevelSizeFeature("ZoneVariance", LevelSizeFeatures::sizeVariance));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = LevelSizeFeature.names(FEATURES);

    private Glszm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GlszmSettings settings, BitSet wanted) {
        Direction.required(image, Direction.ADJACENT, settings.slicing());
        return LevelSizeFeature.means(FEATURES, List.of(SizeZoneMatrix.of(image, settings.slicing())), wanted);
    }
}
