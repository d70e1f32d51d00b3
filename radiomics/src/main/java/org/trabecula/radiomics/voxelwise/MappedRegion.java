package org.trabecula.radiomics.voxelwise;

import java.util.Arrays;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.KernelSettings;

/// A region and the box that its maps cover: the region's own, wider by the kernel's radius where the image reaches so far.
///
/// Source: PyRadiomics `featureextractor.execute`, `imageoperations.cropToTumorMask` with `padDistance` the radius.
final class MappedRegion {
    private final Box box;
    private final Grid grid;
    private final Box extent;
    private final int[] voxels;
    private final int[] seen;

    MappedRegion(Mask region, KernelSettings kernel) {
        Grid whole = region.grid();
        this.extent = region.box();
        this.box = region.box().grown(kernel.radius(), kernel.radius(), kernel.radius(), whole.wholeBox());
        this.grid = whole.cropped(box);
        boolean[] inside = region.toFlags(box);
        this.voxels = new int[region.voxelCount()];
        int count = 0;
        for (int at = 0; at < inside.length; at++) {
            if (inside[at]) {
                voxels[count++] = at;
            }
        }
        if (kernel.masked()) {
            seen = voxels;
        } else {
            seen = new int[inside.length];
            Arrays.setAll(seen, at -> at);
        }
    }

    /// The voxels of the image that the maps cover.
    Box box() {
        return box;
    }

    /// Of the maps.
    Grid grid() {
        return grid;
    }

    Size size() {
        return grid.size();
    }

    Spacing spacing() {
        return grid.spacing();
    }

    /// The extent of what kernels see: the region's own box where they are masked, else the map's.
    Size extent() {
        return seen == voxels ? extent.size() : size();
    }

    /// The places in a map (i fastest) of the region's voxels, ascending.
    int[] voxels() {
        return voxels;
    }

    /// The places in a map of the voxels that kernels see, ascending.
    int[] seen() {
        return seen;
    }
}
