package org.trabecula.radiomics.ibsi.intensity;

import java.util.Arrays;

/// The fraction of a region that is at least as bright as an intensity — IBSI `P88C`.
///
/// Over intensities i = lowest, lowest + step, … highest (also those that do not occur):
///
/// ```
/// ν(i) = fraction of voxels with value ≥ i          γ(i) = (i − lowest) / (highest − lowest)
/// V_x  = largest ν among i with γ(i) ≥ x            I_x  = smallest i with ν(i) ≤ x
/// area = trapezoidal area under ν against γ;  0 for a single intensity
/// ```
///
/// I_x is NaN when even the highest intensity has ν > x.
///
/// Source: IBSI reference manual, "Intensity-volume histogram features".
public final class IntensityVolumeHistogram {
    /// Steps beyond this are not walked.
    public static final int MOST_STEPS = 1 << 22;

    /// Keeps a rounding error in i or γ from moving a step to the other side of a limit.
    private static final double ROUNDING = 1e-9;

    private final double[] sorted;
    private final double lowest;
    private final double step;
    private final int steps;

    /// @param values  intensities of the region, at least one
    /// @param lowest  the first intensity
    /// @param highest the last one, at least `lowest`
    /// @param step    > 0; at most [#MOST_STEPS] of them
    public IntensityVolumeHistogram(double[] values, double lowest, double highest, double step) {
        if (!(lowest <= highest) || !(step > 0) || !((highest - lowest) / step < MOST_STEPS)) {
            throw new IllegalArgumentException(
                    "intensities must rise in at most " + MOST_STEPS + " steps, got " + lowest + " … " + highest + " by " + step);
        }
        this.sorted = values.clone();
        Arrays.sort(sorted);
        this.lowest = lowest;
        this.step = step;
        this.steps = (int) Math.floor((highest - lowest) / step + ROUNDING);
    }

    /// V_x — IBSI `BC2M`.
    public double volumeFractionAt(double intensityFraction) {
        // ν falls, so the largest is at the first intensity that is high enough
        int first = (int) Math.ceil(intensityFraction * steps - ROUNDING);
        return volumeFraction(Math.min(first, steps));
    }

    /// I_x — IBSI `GBPN`; NaN if no intensity has so small a volume.
    public double intensityAt(double volumeFraction) {
        for (int s = 0; s <= steps; s++) {
            if (volumeFraction(s) <= volumeFraction) {
                return intensity(s);
            }
        }
        return Double.NaN;
    }

    /// The area — IBSI `9CMM`.
    public double areaUnderCurve() {
        double area = 0;
        for (int s = 1; s <= steps; s++) {
            area += (volumeFraction(s - 1) + volumeFraction(s)) / 2 / steps;
        }
        return area;
    }

    private double intensity(int s) {
        return lowest + s * step;
    }

    /// ν of step s.
    private double volumeFraction(int s) {
        double i = intensity(s) - ROUNDING * step;
        int from = 0;
        int to = sorted.length;
        while (from < to) { // the first value ≥ i
            int middle = (from + to) >>> 1;
            if (sorted[middle] < i) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return (double) (sorted.length - from) / sorted.length;
    }
}
