package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level zone sizes.
public final class Glszm {
    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = List.of("GrayLevelNonUniformity", "GrayLevelNonUniformityNormalized", "GrayLevelVariance", "HighGrayLevelZoneEmphasis", "LargeAreaEmphasis", "LargeAreaHighGrayLevelEmphasis", "LargeAreaLowGrayLevelEmphasis", "LowGrayLevelZoneEmphasis", "SizeZoneNonUniformity", "SizeZoneNonUniformityNormalized", "SmallAreaEmphasis", "SmallAreaHighGrayLevelEmphasis", "SmallAreaLowGrayLevelEmphasis", "ZoneEntropy", "ZonePercentage", "ZoneVariance");

    private Glszm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    public static double[] features(LevelImage image, GlszmSettings settings, BitSet wanted) {
        throw new UnsupportedOperationException("not computed yet");
    }
}
