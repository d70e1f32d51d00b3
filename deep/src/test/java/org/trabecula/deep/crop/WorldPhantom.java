package org.trabecula.deep.crop;

import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;

/// The same patient on any grid: HU and region are functions of the world position.
final class WorldPhantom {
    private WorldPhantom() {}

    /// HU of a world position.
    interface Tissue {
        double hu(PointMm place);
    }

    /// Whether a world position belongs to the region.
    interface Region {
        boolean holds(PointMm place);
    }

    static Volume volume(Grid grid, Tissue tissue) {
        Size size = grid.size();
        double[] values = new double[(int) size.voxels()];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    values[at++] = tissue.hu(grid.toWorld(i, j, k));
                }
            }
        }
        return Volume.ofDoubles(grid, values);
    }

    static Mask mask(Grid grid, Region region) {
        Size size = grid.size();
        boolean[] inside = new boolean[(int) size.voxels()];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    inside[at++] = region.holds(grid.toWorld(i, j, k));
                }
            }
        }
        return Mask.of(grid, grid.wholeBox(), inside);
    }
}
