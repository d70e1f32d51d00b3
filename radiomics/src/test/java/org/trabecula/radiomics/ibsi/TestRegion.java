package org.trabecula.radiomics.ibsi;

import java.util.SplittableRandom;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// Small images and masks with known content.
public final class TestRegion {
    private TestRegion() {}

    /// Whether a voxel belongs, or what it holds.
    @FunctionalInterface
    public interface ByVoxel<T> {
        T at(int i, int j, int k);
    }

    public static Grid grid(int ni, int nj, int nk, Spacing spacing) {
        return Grid.axisAligned(new Size(ni, nj, nk), spacing);
    }

    public static Mask mask(Grid grid, ByVoxel<Boolean> inside) {
        Size size = grid.size();
        boolean[] flags = new boolean[Math.toIntExact(size.voxels())];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    flags[at++] = inside.at(i, j, k);
                }
            }
        }
        return Mask.of(grid, grid.wholeBox(), flags);
    }

    public static Volume volume(Grid grid, ByVoxel<Double> value) {
        Size size = grid.size();
        double[] values = new double[Math.toIntExact(size.voxels())];
        int at = 0;
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    values[at++] = value.at(i, j, k);
                }
            }
        }
        return Volume.ofDoubles(grid, values);
    }

    /// Whole numbers from −200 to 299.
    public static Volume noise(Grid grid, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return volume(grid, (i, j, k) -> (double) random.nextInt(-200, 300));
    }

    /// An ellipsoid with half axes of about a third of the grid, somewhat to one side.
    public static Mask blob(Grid grid) {
        Size n = grid.size();
        return mask(grid, (i, j, k) -> {
            double x = (i - 0.45 * n.i()) / (0.36 * n.i());
            double y = (j - 0.5 * n.j()) / (0.3 * n.j());
            double z = (k - 0.55 * n.k()) / (0.35 * n.k());
            return x * x + y * y + z * z <= 1;
        });
    }
}
