package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level run lengths.
public final class Glrlm {
    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = List.of("GrayLevelNonUniformity", "GrayLevelNonUniformityNormalized", "GrayLevelVariance", "HighGrayLevelRunEmphasis", "LongRunEmphasis", "LongRunHighGrayLevelEmphasis", "LongRunLowGrayLevelEmphasis", "LowGrayLevelRunEmphasis", "RunEntropy", "RunLengthNonUniformity", "RunLengthNonUniformityNormalized", "RunPercentage", "RunVariance", "ShortRunEmphasis", "ShortRunHighGrayLevelEmphasis", "ShortRunLowGrayLevelEmphasis");

    private Glrlm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    public static double[] features(LevelImage image, GlrlmSettings settings, BitSet wanted) {
        throw new UnsupportedOperationException("not computed yet");
    }
}
