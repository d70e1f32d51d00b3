package org.trabecula.radiomics.ibsi.fourier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The discrete Fourier transform of many lines of one length at once.
///
/// ```
/// X[k] = Σ_n x[n] exp(−2πi·kn/N)          inverse: exp(+2πi·kn/N), and 1/N
/// ```
///
/// Stockham's self-sorting form with radices 4, 2 and the odd prime factors of N. A factor p costs p operations per
/// value; from 29 on the length is handed to [Chirp]. Lines lie side by side (entry n of line b at `n·lines + b`), so that
/// every inner loop runs over neighbours in memory.
///
/// Written here because nothing else in the project needs a Fourier transform, and the one library at hand brings a test
/// framework to run time.
///
/// Source: Stockham 1966, doi:10.1145/1464182.1464209; Van Loan 1992, "Computational Frameworks for the FFT", ch. 1.7.
public final class Fft {
    private static final int LARGE_FACTOR = 29;

    private final int length;
    private final int[] radices;
    private final double[] cos;
    private final double[] sin;
    private final @Nullable Chirp chirp;

    /// @param length points of a line, at least 1
    public Fft(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a transform has at least one point, got " + length);
        }
        this.length = length;
        this.radices = factors(length);
        this.chirp = Arrays.stream(radices).anyMatch(radix -> radix >= LARGE_FACTOR) ? new Chirp(length) : null;
        this.cos = new double[length];
        this.sin = new double[length];
        for (int t = 0; t < length; t++) {
            cos[t] = Math.cos(2 * Math.PI * t / length);
            sin[t] = -Math.sin(2 * Math.PI * t / length);
        }
    }

    /// Points of a line.
    int length() {
        return length;
    }

    /// Scratch space for [#forward] and [#inverse].
    public double[][] newSpare(int lines) {
        return chirp != null
                ? chirp.newSpare(lines)
                : new double[][] {new double[length * lines], new double[length * lines]};
    }

    /// The smallest length ≥ `atLeast` whose only prime factors are 2, 3 and 5.
    public static int fastLength(int atLeast) {
        for (int n = atLeast; ; n++) {
            int rest = n;
            for (int prime : new int[] {2, 3, 5}) {
                while (rest % prime == 0) {
                    rest /= prime;
                }
            }
            if (rest == 1) {
                return n;
            }
        }
    }

    /// Transforms `lines` lines in place.
    ///
    /// @param re    real parts, `length · lines` entries
    /// @param im    imaginary parts
    /// @param spare from [#newSpare] for as many lines or more, overwritten
    public void forward(double[] re, double[] im, double[][] spare, int lines) {
        if (chirp != null) {
            chirp.forward(re, im, spare, lines);
            return;
        }
        double[] xr = re;
        double[] xi = im;
        double[] yr = spare[0];
        double[] yi = spare[1];
        int rest = length;
        int stride = lines;
        for (int radix : radices) {
            switch (radix) {
                case 2 -> pass2(xr, xi, yr, yi, rest, stride);
                case 4 -> pass4(xr, xi, yr, yi, rest, stride);
                default -> passOdd(radix, xr, xi, yr, yi, rest, stride);
            }
            rest /= radix;
            stride *= radix;
            double[] swap = xr;
            xr = yr;
            yr = swap;
            swap = xi;
            xi = yi;
            yi = swap;
        }
        if (xr != re) {
            System.arraycopy(xr, 0, re, 0, length * lines);
            System.arraycopy(xi, 0, im, 0, length * lines);
        }
    }

    /// The inverse of [#forward], in place. Swapping real and imaginary parts before and after conjugates twice.
    public void inverse(double[] re, double[] im, double[][] spare, int lines) {
        forward(im, re, spare, lines);
        double scale = 1.0 / length;
        for (int v = 0; v < length * lines; v++) {
            re[v] *= scale;
            im[v] *= scale;
        }
    }

    private void pass2(double[] xr, double[] xi, double[] yr, double[] yi, int rest, int stride) {
        int half = rest / 2;
        int step = length / rest;
        for (int p = 0; p < half; p++) {
            double wr = cos[p * step];
            double wi = sin[p * step];
            int a = stride * p;
            int b = stride * (p + half);
            int even = stride * 2 * p;
            int odd = even + stride;
            for (int q = 0; q < stride; q++) {
                double dr = xr[a + q] - xr[b + q];
                double di = xi[a + q] - xi[b + q];
                yr[even + q] = xr[a + q] + xr[b + q];
                yi[even + q] = xi[a + q] + xi[b + q];
                yr[odd + q] = dr * wr - di * wi;
                yi[odd + q] = dr * wi + di * wr;
            }
        }
    }

    private void pass4(double[] xr, double[] xi, double[] yr, double[] yi, int rest, int stride) {
        int quarter = rest / 4;
        int step = length / rest;
        for (int p = 0; p < quarter; p++) {
            double w1r = cos[p * step];
            double w1i = sin[p * step];
            double w2r = cos[2 * p * step];
            double w2i = sin[2 * p * step];
            double w3r = cos[3 * p * step];
            double w3i = sin[3 * p * step];
            int a = stride * p;
            int b = a + stride * quarter;
            int c = b + stride * quarter;
            int d = c + stride * quarter;
            int to = stride * 4 * p;
            for (int q = 0; q < stride; q++) {
                double acr = xr[a + q] + xr[c + q];
                double aci = xi[a + q] + xi[c + q];
                double amr = xr[a + q] - xr[c + q];
                double ami = xi[a + q] - xi[c + q];
                double bdr = xr[b + q] + xr[d + q];
                double bdi = xi[b + q] + xi[d + q];
                double bmr = xr[b + q] - xr[d + q];
                double bmi = xi[b + q] - xi[d + q];
                yr[to + q] = acr + bdr;
                yi[to + q] = aci + bdi;
                double r1 = amr + bmi; // (a − c) − i(b − d)
                double i1 = ami - bmr;
                yr[to + stride + q] = r1 * w1r - i1 * w1i;
                yi[to + stride + q] = r1 * w1i + i1 * w1r;
                double r2 = acr - bdr;
                double i2 = aci - bdi;
                yr[to + 2 * stride + q] = r2 * w2r - i2 * w2i;
                yi[to + 2 * stride + q] = r2 * w2i + i2 * w2r;
                double r3 = amr - bmi;
                double i3 = ami + bmr;
                yr[to + 3 * stride + q] = r3 * w3r - i3 * w3i;
                yi[to + 3 * stride + q] = r3 * w3i + i3 * w3r;
            }
        }
    }

    /// A factor taken by its definition: y_k = Σ_j x_j exp(−2πi·k(p + jm)/n) with n = `rest`, m = n/radix.
    private void passOdd(int radix, double[] xr, double[] xi, double[] yr, double[] yi, int rest, int stride) {
        int m = rest / radix;
        int step = length / rest;
        for (int p = 0; p < m; p++) {
            for (int k = 0; k < radix; k++) {
                int to = stride * (radix * p + k);
                Arrays.fill(yr, to, to + stride, 0);
                Arrays.fill(yi, to, to + stride, 0);
                for (int j = 0; j < radix; j++) {
                    int turn = (int) ((long) k * (p + (long) j * m) % rest) * step;
                    double wr = cos[turn];
                    double wi = sin[turn];
                    int from = stride * (p + m * j);
                    for (int q = 0; q < stride; q++) {
                        yr[to + q] += xr[from + q] * wr - xi[from + q] * wi;
                        yi[to + q] += xr[from + q] * wi + xi[from + q] * wr;
                    }
                }
            }
        }
    }

    private static int[] factors(int length) {
        List<Integer> factors = new ArrayList<>();
        int rest = length;
        while (rest % 4 == 0) {
            factors.add(4);
            rest /= 4;
        }
        for (int prime = 2; rest > 1; prime++) {
            while (rest % prime == 0) {
                factors.add(prime);
                rest /= prime;
            }
            if ((long) prime * prime > rest && rest > 1) {
                factors.add(rest);
                rest = 1;
            }
        }
        return factors.stream().mapToInt(Integer::intValue).toArray();
    }
}
