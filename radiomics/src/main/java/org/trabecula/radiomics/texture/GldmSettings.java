package org.trabecula.radiomics.texture;

import java.util.List;
import org.trabecula.radiomics.settings.Slicing;

/// Settings of [Gldm#features].
///
/// @param distances Chebyshev distances of neighbours, in voxels
/// @param slicing   whether neighbourhoods stay inside slices
/// @param alpha     largest difference of levels at which a neighbour is dependent (PyRadiomics `gldm_a`); ≥ 0
public record GldmSettings(List<Integer> distances, Slicing slicing, int alpha) {
    public GldmSettings {
        distances = List.copyOf(distances);
        if (alpha < 0) {
            throw new IllegalArgumentException("alpha must be ≥ 0 levels, got " + alpha);
        }
    }

    /// PyRadiomics' defaults: distance 1, three-dimensional, equal levels only.
    public static final GldmSettings PYRADIOMICS = new GldmSettings(NeighbourStep.ADJACENT, Slicing.NONE, 0);
}
