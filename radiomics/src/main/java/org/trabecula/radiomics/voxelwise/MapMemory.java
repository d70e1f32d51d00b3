package org.trabecula.radiomics.voxelwise;

import java.util.Optional;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.settings.Resampling;

/// About how much memory the maps of a region take beside what any extraction takes, from its mask alone.
final class MapMemory {
    /// Values and grey levels of first order and of texture, with their margin.
    private static final int BYTES_PER_PADDED_VOXEL = Double.BYTES + 2 * Integer.BYTES;
    /// Its places in map and padded map, its value and level, and which of its directions are empty.
    private static final int BYTES_PER_REGION_VOXEL = 2 * Integer.BYTES + 2 * Double.BYTES + 56;

    private MapMemory() {}

    /// @param features of the family with the most
    /// @param jobs     maps that are written side by side
    static long bytes(Mask mask, Optional<Resampling> resampling, KernelSettings kernel, int features, int jobs) {
        double refined = resampling.map(wanted -> refinement(mask, wanted)).orElse(1.0);
        Size box = mask.box().size();
        double map = refined * box.voxels();
        double padded = 1;
        for (int axis = 0; axis < 3; axis++) {
            padded *= box.along(axis) * Math.cbrt(refined) + 4.0 * kernel.radius();
        }
        double region = refined * mask.voxelCount();
        return (long) (padded * (BYTES_PER_PADDED_VOXEL + (double) jobs * 2 * Double.BYTES) + map
                + region * (BYTES_PER_REGION_VOXEL + (double) features * Double.BYTES));
    }

    /// How many new voxels an old one becomes.
    private static double refinement(Mask mask, Resampling wanted) {
        double ratio = 1;
        for (int axis = 0; axis < 3; axis++) {
            ratio *= wanted.along(axis) > 0 ? mask.grid().spacing().along(axis) / wanted.along(axis) : 1;
        }
        return ratio;
    }
}
