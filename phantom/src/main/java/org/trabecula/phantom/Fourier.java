package org.trabecula.phantom;

/// The discrete Fourier transform on a cube whose edge is a power of two.
///
/// ```
/// X_k = Σ_n x_n · exp(−2πi·kn/N)
/// ```
///
/// along each axis in turn, without scaling. Radix-2, decimation in time (Cooley and Tukey 1965,
/// doi:10.1090/S0025-5718-1965-0178586-1).
final class Fourier {
    private Fourier() {}

    /// Transforms in place.
    ///
    /// @param re real parts, edge³ values, i fastest
    /// @param im imaginary parts
    static void cube(double[] re, double[] im, int edge) {
        if (Integer.bitCount(edge) != 1 || re.length != edge * edge * edge || im.length != re.length) {
            throw new IllegalArgumentException(
                    "a cube of edge 2^m is needed, got edge " + edge + " and " + re.length + " values");
        }
        double[] cos = new double[edge / 2];
        double[] sin = new double[edge / 2];
        for (int k = 0; k < edge / 2; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / edge);
            sin[k] = -Math.sin(2 * Math.PI * k / edge);
        }
        double[] lineRe = new double[edge];
        double[] lineIm = new double[edge];
        int[] stride = {1, edge, edge * edge};
        for (int axis = 0; axis < 3; axis++) {
            int step = stride[axis];
            for (int a = 0; a < edge; a++) {
                for (int b = 0; b < edge; b++) {
                    int from = a * stride[(axis + 1) % 3] + b * stride[(axis + 2) % 3];
                    line(re, im, from, step, lineRe, lineIm, cos, sin);
                }
            }
        }
    }

    private static void line(
            double[] re,
            double[] im,
            int from,
            int step,
            double[] lineRe,
            double[] lineIm,
            double[] cos,
            double[] sin) {
        int n = lineRe.length;
        int shift = Integer.numberOfLeadingZeros(n) + 1;
        for (int k = 0; k < n; k++) {
            int reversed = n == 1 ? 0 : Integer.reverse(k) >>> shift;
            lineRe[k] = re[from + reversed * step];
            lineIm[k] = im[from + reversed * step];
        }
        for (int half = 1; half < n; half *= 2) {
            int turn = n / (2 * half);
            for (int start = 0; start < n; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    double c = cos[k * turn];
                    double s = sin[k * turn];
                    int upper = start + k;
                    int lower = upper + half;
                    double tRe = c * lineRe[lower] - s * lineIm[lower];
                    double tIm = c * lineIm[lower] + s * lineRe[lower];
                    lineRe[lower] = lineRe[upper] - tRe;
                    lineIm[lower] = lineIm[upper] - tIm;
                    lineRe[upper] += tRe;
                    lineIm[upper] += tIm;
                }
            }
        }
        for (int k = 0; k < n; k++) {
            re[from + k * step] = lineRe[k];
            im[from + k * step] = lineIm[k];
        }
    }
}
