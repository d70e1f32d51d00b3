package org.trabecula.radiomics.settings;

import java.util.List;

/// How the features of one image type are computed.
///
/// @param discretisation    how values become grey levels
/// @param voxelArrayShift   added to values in Energy, TotalEnergy and RootMeanSquared only
/// @param distances         Chebyshev distances of neighbours in voxels (GLCM, GLDM, NGTDM); each ≥ 1
/// @param force2D           whether neighbourhoods stay inside slices
/// @param force2Ddimension  the axis across the slices in PyRadiomics' count: 0 = k, 1 = j, 2 = i
/// @param symmetricalGlcm   whether each pair counts in both orders
/// @param weightingNorm     how directions are combined (GLCM, GLRLM)
/// @param gldmAlpha         largest level difference of a dependent neighbour (`gldm_a`); ≥ 0
public record FeatureSettings(
        Discretisation discretisation,
        double voxelArrayShift,
        List<Integer> distances,
        boolean force2D,
        int force2Ddimension,
        boolean symmetricalGlcm,
        WeightingNorm weightingNorm,
        int gldmAlpha) {
    /// PyRadiomics' defaults: bins of 25, distance 1, three-dimensional.
    public static final FeatureSettings DEFAULTS = new FeatureSettings(
            new Discretisation.BinWidth(25), 0, List.of(1), false, 0, true, WeightingNorm.NONE, 0);

    public FeatureSettings {
        distances = List.copyOf(distances);
        if (distances.isEmpty() || distances.stream().anyMatch(d -> d < 1)) {
            throw new IllegalArgumentException("distances must be whole numbers of at least 1 voxel, got " + distances);
        }
        if (force2Ddimension < 0 || force2Ddimension > 2) {
            throw new IllegalArgumentException("force2Ddimension must be 0, 1 or 2, got " + force2Ddimension);
        }
        if (gldmAlpha < 0) {
            throw new IllegalArgumentException("gldm_a must be ≥ 0, got " + gldmAlpha);
        }
        if (!Double.isFinite(voxelArrayShift)) {
            throw new IllegalArgumentException("voxelArrayShift must be finite, got " + voxelArrayShift);
        }
    }

    /// The slices that neighbourhoods stay in.
    public Slicing slicing() {
        return Slicing.ofPyRadiomics(force2D, force2Ddimension);
    }

    /// The axis across the slices in voxel order (0 = i, 1 = j, 2 = k), whether or not [#force2D] is set.
    public int sliceAxis() {
        return 2 - force2Ddimension;
    }
}
