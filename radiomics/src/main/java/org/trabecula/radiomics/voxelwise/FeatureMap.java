package org.trabecula.radiomics.voxelwise;

import java.util.Arrays;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;

/// One feature of the kernels around the voxels of a region.
public final class FeatureMap {
    private final String name;
    private final Grid grid;
    private final int[] voxels;
    private final double[] values;
    private final double outside;

    /// Takes ownership of `values`; `voxels` are shared between the maps of a region.
    ///
    /// @param voxels  places in the grid (i fastest) of the region's voxels
    /// @param values  one a voxel; NaN where undefined
    /// @param outside what the map holds elsewhere
    FeatureMap(String name, Grid grid, int[] voxels, double[] values, double outside) {
        this.name = name;
        this.grid = grid;
        this.voxels = voxels;
        this.values = values;
        this.outside = outside;
    }

    /// As in the columns of a table of features: `original_glcm_Contrast`.
    public String name() {
        return name;
    }

    /// The region's box and the kernel's radius around it, in the patient.
    public Grid grid() {
        return grid;
    }

    /// How many voxels the region has.
    public int voxels() {
        return voxels.length;
    }

    /// Where the nth voxel of the region lies in the map, i fastest.
    public int place(int n) {
        return voxels[n];
    }

    /// The value of the nth voxel of the region.
    public double value(int n) {
        return values[n];
    }

    /// The least value; NaN where there is none.
    public double least() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    }

    /// The greatest value; NaN where there is none.
    public double greatest() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    }

    /// How many voxels of the region have no value.
    public int undefined() {
        return (int) Arrays.stream(values).filter(Double::isNaN).count();
    }

    /// The map as an image of 64-bit floats. Allocates one `double` a voxel of the grid.
    public Volume toVolume() {
        double[] all = new double[Math.toIntExact(grid.size().voxels())];
        Arrays.fill(all, outside);
        for (int n = 0; n < voxels.length; n++) {
            all[voxels[n]] = values[n];
        }
        return Volume.ofDoubles(grid, all);
    }
}
