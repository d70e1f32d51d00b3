package org.trabecula.radiomics.prepare;

/// The values inside a region, in the order of its box (i fastest).
public final class RegionValues {
    private RegionValues() {}

    /// @param box    one value per voxel of the region's box
    /// @param inside one flag per voxel of the region's box
    /// @param count  how many flags are set
    public static double[] of(double[] box, boolean[] inside, int count) {
        double[] values = new double[count];
        int to = 0;
        for (int n = 0; n < box.length; n++) {
            if (inside[n]) {
                values[to++] = box[n];
            }
        }
        return values;
    }
}
