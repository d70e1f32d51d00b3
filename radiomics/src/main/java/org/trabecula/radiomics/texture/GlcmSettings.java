package org.trabecula.radiomics.texture;

import java.util.List;
import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.radiomics.settings.WeightingNorm;

/// Settings of [Glcm#features].
///
/// @param distances     Chebyshev distances of the two voxels of a pair, in voxels
/// @param slicing       whether pairs stay inside slices
/// @param symmetrical   whether each pair counts in both orders (PyRadiomics `symmetricalGLCM`)
/// @param weightingNorm how directions are combined; a matrix added by weight takes `exp(−length²)` per direction
public record GlcmSettings(List<Integer> distances, Slicing slicing, boolean symmetrical, WeightingNorm weightingNorm) {
    public GlcmSettings {
        distances = List.copyOf(distances);
    }

    /// PyRadiomics' defaults: distance 1, three-dimensional, symmetrical, mean over directions.
    public static final GlcmSettings PYRADIOMICS = new GlcmSettings(NeighbourStep.ADJACENT, Slicing.NONE, true, WeightingNorm.NONE);
}
