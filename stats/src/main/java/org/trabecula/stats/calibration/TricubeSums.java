package org.trabecula.stats.calibration;

/// Sums of tricube weights times powers over many points, by bins: what a local parabola needs, in a time that does not
/// grow with the points inside a bin.
///
/// Points are taken together in bins of equal count, each kept as moments Σ (x − c)^j and Σ (x − c)^j y about the middle c
/// of its range. With u = (x − at)/h, v = (c − at)/h and e = (x − c)/h,
///
/// ```
/// w(v + e) = (1 − |v + e|³)³ = Σ_i a_i e^i      Σ w e^j = Σ_i a_i Σ e^(i + j)
/// Σ w u^k = Σ_j C(k, j) v^(k − j) Σ w e^j
/// ```
///
/// Tricube is a polynomial of degree 9 on either side of 0, so the series ends by itself; it is cut after e^6, which leaves
/// less than 1e-12 of a bin's weight, as only bins with |e| ≤ 1/100 are summed this way. Bins that hold `at` or an end of the
/// window, and wide ones, are summed point by point.
final class TricubeSums {
    private static final int BINS = 512;
    private static final int DEGREE = 6;
    private static final int MOMENTS = DEGREE + 5; // j up to 4 beside i up to 6
    private static final double WIDEST = 0.01;

    private static final double[] CHOOSE_3 = {1, 3, 3, 1};
    private static final double[] CHOOSE_6 = {1, 6, 15, 20, 15, 6, 1};
    private static final double[] CHOOSE_9 = {1, 9, 36, 84, 126, 126, 84};

    private final double[] x;
    private final double[] y;
    private final int[] start;
    private final double[] centre;
    private final double[] halfWidth;
    private final double[] ofX; // bin-major, MOMENTS each
    private final double[] ofXy;
    private final double[] a = new double[DEGREE + 1];
    private final double[] scale = new double[MOMENTS]; // h^−j
    private final double[] sizes = new double[10]; // |v|^j
    private final double[] we = new double[5];
    private final double[] wey = new double[3];

    /// @param x ascending; kept, not copied
    /// @param y kept, not copied
    TricubeSums(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        int bins = Math.min(BINS, x.length);
        start = new int[bins + 1];
        centre = new double[bins];
        halfWidth = new double[bins];
        ofX = new double[bins * MOMENTS];
        ofXy = new double[bins * MOMENTS];
        for (int bin = 0; bin < bins; bin++) {
            start[bin + 1] = (int) ((bin + 1L) * x.length / bins);
            double first = x[start[bin]];
            double last = x[start[bin + 1] - 1];
            centre[bin] = first + (last - first) / 2;
            halfWidth[bin] = (last - first) / 2;
            for (int i = start[bin]; i < start[bin + 1]; i++) {
                double e = x[i] - centre[bin];
                double product = 1;
                for (int j = 0; j < MOMENTS; j++, product *= e) {
                    ofX[bin * MOMENTS + j] += product;
                    ofXy[bin * MOMENTS + j] += product * y[i];
                }
            }
        }
    }

    /// Fills the sums of one neighbourhood.
    ///
    /// @param h half width of the window; points at a distance of h or more take no part
    /// @param s receives Σ w·u^k, k = 0 … 4
    /// @param t receives Σ w·u^k·y, k = 0 … 2
    void at(double at, double h, double[] s, double[] t) {
        java.util.Arrays.fill(s, 0);
        java.util.Arrays.fill(t, 0);
        scale[0] = 1;
        for (int j = 1; j < MOMENTS; j++) {
            scale[j] = scale[j - 1] / h;
        }
        for (int bin = 0; bin < centre.length; bin++) {
            double away = centre[bin] - at;
            double distance = Math.abs(away);
            if (distance - halfWidth[bin] >= h) {
                continue;
            }
            boolean onOneSide = distance > halfWidth[bin];
            boolean inside = distance + halfWidth[bin] < h;
            if (onOneSide && inside && halfWidth[bin] <= WIDEST * h || halfWidth[bin] == 0 && inside) {
                together(bin, away / h, s, t);
            } else {
                oneByOne(bin, at, h, s, t);
            }
        }
    }

    private void oneByOne(int bin, double at, double h, double[] s, double[] t) {
        double s0 = s[0]; // sums in registers
        double s1 = s[1];
        double s2 = s[2];
        double s3 = s[3];
        double s4 = s[4];
        double t0 = t[0];
        double t1 = t[1];
        double t2 = t[2];
        for (int i = start[bin]; i < start[bin + 1]; i++) {
            double u = (x[i] - at) / h;
            double size = Math.abs(u);
            if (size < 1) {
                double rest = 1 - size * size * size;
                double w = rest * rest * rest;
                double wu = w * u;
                double wuu = wu * u;
                double wuuu = wuu * u;
                s0 += w;
                s1 += wu;
                s2 += wuu;
                s3 += wuuu;
                s4 += wuuu * u;
                t0 += w * y[i];
                t1 += wu * y[i];
                t2 += wuu * y[i];
            }
        }
        s[0] = s0;
        s[1] = s1;
        s[2] = s2;
        s[3] = s3;
        s[4] = s4;
        t[0] = t0;
        t[1] = t1;
        t[2] = t2;
    }

    private void together(int bin, double v, double[] s, double[] t) {
        expand(v);
        int from = bin * MOMENTS;
        for (int j = 0; j < 5; j++) {
            double sum = 0;
            for (int i = 0; i <= DEGREE; i++) {
                sum += a[i] * ofX[from + i + j];
            }
            we[j] = sum * scale[j];
        }
        for (int j = 0; j < 3; j++) {
            double sum = 0;
            for (int i = 0; i <= DEGREE; i++) {
                sum += a[i] * ofXy[from + i + j];
            }
            wey[j] = sum * scale[j];
        }
        double v2 = v * v;
        double v3 = v2 * v;
        s[0] += we[0];
        s[1] += we[1] + v * we[0];
        s[2] += we[2] + 2 * v * we[1] + v2 * we[0];
        s[3] += we[3] + 3 * v * we[2] + 3 * v2 * we[1] + v3 * we[0];
        s[4] += we[4] + 4 * v * we[3] + 6 * v2 * we[2] + 4 * v3 * we[1] + v2 * v2 * we[0];
        t[0] += wey[0];
        t[1] += wey[1] + v * wey[0];
        t[2] += wey[2] + 2 * v * wey[1] + v2 * wey[0];
    }

    /// Coefficients of (1 − |v + e|³)³ = 1 − 3|u|³ + 3u⁶ − |u|⁹ in powers of e·h = x − c.
    private void expand(double v) {
        double side = Math.signum(v);
        sizes[0] = 1;
        for (int j = 1; j < sizes.length; j++) {
            sizes[j] = sizes[j - 1] * Math.abs(v);
        }
        for (int i = 0; i <= DEGREE; i++) {
            double sign = i % 2 == 0 ? 1 : side; // |v + e| = |v| + side·e
            double third = i <= 3 ? -3 * CHOOSE_3[i] * sizes[3 - i] : 0;
            a[i] = sign * scale[i] * (third + 3 * CHOOSE_6[i] * sizes[6 - i] - CHOOSE_9[i] * sizes[9 - i]);
        }
        a[0] += 1;
    }
}
