package org.trabecula.stats.calibration;

import java.util.Arrays;
import org.trabecula.stats.Ranks;

/// Locally weighted parabolas, fitted at every point: R's `loess(degree = 2, surface = "direct")`.
///
/// Around each x the nearest ⌊span·n⌋ points get tricube weights (1 − (d/h)³)³, h the distance of the farthest of them,
/// and a parabola is fitted by weighted least squares; its value at x is the curve. R's default surface interpolates
/// such fits between a few vertices and differs in the second or third digit.
///
/// The curve may leave [0, 1].
///
/// Source: Cleveland and Devlin 1988, doi:10.1080/01621459.1988.10478639.
public final class Loess {
    private Loess() {}

    /// @param span share of the points in each neighbourhood, 0.75 in R; at most 1
    public static SmoothCurve fit(double[] x, double[] y, double span) {
        if (!(span > 0 && span <= 1)) {
            throw new IllegalArgumentException("a loess span lies in (0, 1], got " + span);
        }
        int n = x.length;
        int[] order = Ranks.order(x);
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int k = 0; k < n; k++) {
            xs[k] = x[order[k]];
            ys[k] = y[order[k]];
        }
        int neighbours = Math.min(n, (int) Math.floor(n * span + 1e-5));
        double[] fitted = new double[n];
        for (int k = 0; k < n; k++) {
            fitted[k] = k > 0 && xs[k] == xs[k - 1] ? fitted[k - 1] : local(xs, ys, xs[k], neighbours);
        }
        return new SmoothCurve(xs, fitted);
    }

    private static double local(double[] x, double[] y, double at, int neighbours) {
        int n = x.length;
        double[] distance = new double[n];
        for (int i = 0; i < n; i++) {
            distance[i] = Math.abs(x[i] - at);
        }
        double[] sorted = distance.clone();
        Arrays.sort(sorted);
        double h = sorted[neighbours - 1];
        // sums of w·u^k and w·u^k·y with u = (x − at)/h: the normal equations of a parabola about `at`
        double[] s = new double[5];
        double[] t = new double[3];
        for (int i = 0; i < n; i++) {
            if (distance[i] < h) {
                double u = (x[i] - at) / h;
                double rest = 1 - Math.abs(u * u * u);
                double power = rest * rest * rest;
                for (int k = 0; k < 5; k++, power *= u) {
                    s[k] += power;
                    if (k < 3) {
                        t[k] += power * y[i];
                    }
                }
            }
        }
        return interceptOfParabola(s, t);
    }

    /// Cramer's rule for the constant term; a line, then a mean, where points do not span a parabola.
    private static double interceptOfParabola(double[] s, double[] t) {
        double a = s[2] * s[4] - s[3] * s[3];
        double b = s[1] * s[4] - s[2] * s[3];
        double c = s[1] * s[3] - s[2] * s[2];
        double determinant = s[0] * a - s[1] * b + s[2] * c;
        if (determinant > 1e-14 * s[0] * s[2] * s[4]) {
            return (t[0] * a - t[1] * b + t[2] * c) / determinant;
        }
        double ofLine = s[0] * s[2] - s[1] * s[1];
        if (ofLine > 1e-14 * s[0] * s[2]) {
            return (t[0] * s[2] - t[1] * s[1]) / ofLine;
        }
        return t[0] / s[0];
    }
}
