package org.trabecula.radiomics.ibsi.intensity;

/// Percentiles by linear interpolation between order statistics.
final class Percentile {
    private Percentile() {}

    /// The value at position (n − 1)·q of the sorted values, counted from 0.
    ///
    /// @param sorted ascending, at least one
    /// @param q      0 … 1
    static double of(double[] sorted, double q) {
        double position = (sorted.length - 1) * q;
        int below = (int) Math.floor(position);
        double t = position - below;
        return below + 1 < sorted.length
                ? sorted[below] + t * (sorted[below + 1] - sorted[below])
                : sorted[below];
    }
}
