package org.trabecula.stats;

/// Powers of two that bring extreme values near one, so that their squares neither vanish nor overflow. To multiply by a power of two
/// rounds nothing, and 1 is returned for all values that any measurement has: what is computed of them stays the same to the last bit.
public final class Magnitude {
    /// Squares of values within 2^±200 (1e±60), summed, have room on both sides.
    private static final int MOST_EXPONENT = 200;

    private Magnitude() {}

    /// What to multiply the values by; 1 unless the largest of them is beyond 1e±60.
    public static double unit(double[]... samples) {
        double largest = 0;
        for (double[] sample : samples) {
            for (double value : sample) {
                double size = Math.abs(value);
                if (size > largest && size <= Double.MAX_VALUE) {
                    largest = size;
                }
            }
        }
        int exponent = Math.getExponent(largest);
        return largest == 0 || Math.abs(exponent) <= MOST_EXPONENT ? 1 : Math.scalb(1.0, -Math.max(exponent, -1000));
    }

    /// The values times `unit`; the array itself for 1.
    public static double[] times(double[] values, double unit) {
        if (unit == 1) {
            return values;
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * unit;
        }
        return scaled;
    }
}
