package org.trabecula.radiomics.prepare;

/// Mean and standard deviation of 32-bit floats as NumPy gives them: everything in 32 bits, sums pairwise.
///
/// NumPy adds runs of up to 128 values in eight interleaved sums, longer runs by halves cut at multiples of eight.
final class Float32Moments {
    private static final int BLOCK = 128;

    private Float32Moments() {}

    static float mean(float[] x) {
        return sum(x, 0, x.length) / x.length;
    }

    /// With n, not n − 1.
    static float standardDeviation(float[] x) {
        float mean = mean(x);
        float[] squares = new float[x.length];
        for (int n = 0; n < x.length; n++) {
            float deviation = x[n] - mean;
            squares[n] = deviation * deviation;
        }
        return (float) Math.sqrt(sum(squares, 0, squares.length) / squares.length);
    }

    private static float sum(float[] x, int first, int count) {
        if (count < 8) {
            float sum = 0;
            for (int n = 0; n < count; n++) {
                sum += x[first + n];
            }
            return sum;
        }
        if (count <= BLOCK) {
            float[] r = new float[8];
            System.arraycopy(x, first, r, 0, 8);
            int n = 8;
            for (; n < count - count % 8; n += 8) {
                for (int lane = 0; lane < 8; lane++) {
                    r[lane] += x[first + n + lane];
                }
            }
            float sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
            for (; n < count; n++) {
                sum += x[first + n];
            }
            return sum;
        }
        int half = count / 2;
        half -= half % 8;
        return sum(x, first, half) + sum(x, first + half, count - half);
    }
}
