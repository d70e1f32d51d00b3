package org.trabecula.radiomics.texture;

import java.util.List;
import org.trabecula.radiomics.settings.Slicing;

/// Settings of [Ngtdm#features].
///
/// @param distances Chebyshev distances of neighbours, in voxels
/// @param slicing   whether neighbourhoods stay inside slices
public record NgtdmSettings(List<Integer> distances, Slicing slicing) {
    public NgtdmSettings {
        distances = List.copyOf(distances);
    }

    /// PyRadiomics' defaults: distance 1, three-dimensional.
    public static final NgtdmSettings PYRADIOMICS = new NgtdmSettings(NeighbourStep.ADJACENT, Slicing.NONE);
}
