package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Neighbouring grey tone difference.
public final class Ngtdm {
    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = List.of("Busyness", "Coarseness", "Complexity", "Contrast", "Strength");

    private Ngtdm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    public static double[] features(LevelImage image, NgtdmSettings settings, BitSet wanted) {
        throw new UnsupportedOperationException("not computed yet");
    }
}
