package org.trabecula.radiomics.ibsi.fourier;

import java.util.Arrays;

/// A transform of any length as a convolution of a fast length, for lengths with a large prime factor.
///
/// ```
/// X[k] = w[k] Σ_n (x[n] w[n]) · conj(w)[k − n],    w[n] = exp(−πi n² / N)
/// ```
///
/// Source: Bluestein 1970, doi:10.1109/TAU.1970.1162132.
final class Chirp {
    private final int length;
    private final Fft fast;
    private final double[] cos;
    private final double[] sin;
    private final double[] kernelRe;
    private final double[] kernelIm;

    Chirp(int length) {
        this.length = length;
        this.fast = new Fft(Fft.fastLength(2 * length - 1));
        this.cos = new double[length];
        this.sin = new double[length];
        int padded = fast.length();
        this.kernelRe = new double[padded];
        this.kernelIm = new double[padded];
        for (int n = 0; n < length; n++) {
            double angle = Math.PI * ((long) n * n % (2L * length)) / length; // n² mod 2N: the angle stays small
            cos[n] = Math.cos(angle);
            sin[n] = -Math.sin(angle);
            kernelRe[n] = cos[n];
            kernelIm[n] = -sin[n];
            kernelRe[(padded - n) % padded] = cos[n];
            kernelIm[(padded - n) % padded] = -sin[n];
        }
        fast.forward(kernelRe, kernelIm, fast.newSpare(1), 1);
    }

    /// As [Fft#newSpare].
    double[][] newSpare(int lines) {
        double[][] inner = fast.newSpare(lines);
        int padded = fast.length() * lines;
        return new double[][] {inner[0], inner[1], new double[padded], new double[padded]};
    }

    /// As [Fft#forward].
    void forward(double[] re, double[] im, double[][] spare, int lines) {
        double[] ar = spare[2];
        double[] ai = spare[3];
        Arrays.fill(ar, 0);
        Arrays.fill(ai, 0);
        for (int n = 0; n < length; n++) {
            multiply(re, im, n, cos[n], sin[n], ar, ai, lines);
        }
        fast.forward(ar, ai, spare, lines);
        for (int n = 0; n < fast.length(); n++) {
            multiply(ar, ai, n, kernelRe[n], kernelIm[n], ar, ai, lines);
        }
        fast.inverse(ar, ai, spare, lines);
        for (int n = 0; n < length; n++) {
            multiply(ar, ai, n, cos[n], sin[n], re, im, lines);
        }
    }

    /// Entry n of every line, times one number.
    private static void multiply(
            double[] re, double[] im, int n, double wr, double wi, double[] toRe, double[] toIm, int lines) {
        for (int at = n * lines; at < (n + 1) * lines; at++) {
            double r = re[at];
            double i = im[at];
            toRe[at] = r * wr - i * wi;
            toIm[at] = r * wi + i * wr;
        }
    }
}
