package org.trabecula.radiomics.numeric;

/// Sums with NumPy's rounding: up to 7 values one after the other, up to 128 in eight interleaved sums, more by halves cut at
/// multiples of eight.
///
/// On regions whose values are all alike, or alike but for rounding, skewness and percentile features depend on these bits.
public final class PairwiseSum {
    private static final int BLOCK = 128;

    private PairwiseSum() {}

    /// The sum of all values.
    public static double of(double[] x) {
        return of(x, 0, x.length);
    }

    /// The sum of all values in 32 bits.
    public static float of(float[] x) {
        return of(x, 0, x.length);
    }

    private static double of(double[] x, int first, int count) {
        if (count > BLOCK) {
            int half = count / 2;
            half -= half % 8;
            return of(x, first, half) + of(x, first + half, count - half);
        }
        if (count < 8) {
            double sum = 0;
            for (int n = 0; n < count; n++) {
                sum += x[first + n];
            }
            return sum;
        }
        double r0 = x[first];
        double r1 = x[first + 1];
        double r2 = x[first + 2];
        double r3 = x[first + 3];
        double r4 = x[first + 4];
        double r5 = x[first + 5];
        double r6 = x[first + 6];
        double r7 = x[first + 7];
        int end = first + count - count % 8;
        for (int n = first + 8; n < end; n += 8) {
            r0 += x[n];
            r1 += x[n + 1];
            r2 += x[n + 2];
            r3 += x[n + 3];
            r4 += x[n + 4];
            r5 += x[n + 5];
            r6 += x[n + 6];
            r7 += x[n + 7];
        }
        double sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        for (int n = end; n < first + count; n++) {
            sum += x[n];
        }
        return sum;
    }

    private static float of(float[] x, int first, int count) {
        if (count > BLOCK) {
            int half = count / 2;
            half -= half % 8;
            return of(x, first, half) + of(x, first + half, count - half);
        }
        if (count < 8) {
            float sum = 0;
            for (int n = 0; n < count; n++) {
                sum += x[first + n];
            }
            return sum;
        }
        float[] r = new float[8];
        System.arraycopy(x, first, r, 0, 8);
        int end = count - count % 8;
        for (int n = 8; n < end; n++) {
            r[n % 8] += x[first + n];
        }
        float sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (int n = end; n < count; n++) {
            sum += x[first + n];
        }
        return sum;
    }
}
