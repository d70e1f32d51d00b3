package org.trabecula.stats.calibration;

import java.util.Arrays;
import org.trabecula.stats.Ranks;

/// Locally weighted parabolas: R's `loess(degree = 2, surface = "direct")`.
///
/// Around each x the nearest ⌊span·n⌋ points get tricube weights (1 − (d/h)³)³, h the distance of the farthest of them,
/// and a parabola is fitted by weighted least squares; its value at x is the curve. R's default surface interpolates
/// such fits between a few vertices and differs in the second or third digit.
///
/// To fit at every point takes a time of n². So, by the number of points:
/// - up to [#BY_DEFINITION], every distinct x is fitted by the sums as they are written down;
/// - beyond, the sums are taken by bins ([TricubeSums]), which differs in the last digits;
/// - beyond [#MOST_FITS] distinct x, fits are made at that many of them at most, spread over rows and over the range of x,
///   and the curve is straight in between. What that costs falls with n; the tests find less than 1e-6.
///
/// The curve may leave [0, 1].
///
/// Source: Cleveland and Devlin 1988, doi:10.1080/01621459.1988.10478639.
public final class Loess {
    /// Most points for which the sums are taken as they are written down.
    static final int BY_DEFINITION = 4_000;

    /// Most fits.
    static final int MOST_FITS = 8_192;

    private Loess() {}

    /// @param span share of the points in each neighbourhood, 0.75 in R; at most 1
    public static SmoothCurve fit(double[] x, double[] y, double span) {
        if (!(span > 0 && span <= 1)) {
            throw new IllegalArgumentException("a loess span lies in (0, 1], got " + span);
        }
        return fit(x, y, span, Ranks.order(x));
    }

    /// The same with the rows' order by x at hand.
    static SmoothCurve fit(double[] x, double[] y, double span, int[] order) {
        int n = x.length;
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int k = 0; k < n; k++) {
            xs[k] = x[order[k]];
            ys[k] = y[order[k]];
        }
        int neighbours = Math.min(n, (int) Math.floor(n * span + 1e-5));
        return new SmoothCurve(xs, n <= BY_DEFINITION ? byDefinition(xs, ys, neighbours) : byBins(xs, ys, neighbours));
    }

    /// A fit at every distinct x.
    ///
    /// @param x ascending
    static double[] byDefinition(double[] x, double[] y, int neighbours) {
        double[] fitted = new double[x.length];
        Window window = new Window(x, neighbours);
        double[] s = new double[5];
        double[] t = new double[3];
        for (int k = 0; k < x.length; k++) {
            if (k > 0 && x[k] == x[k - 1]) {
                fitted[k] = fitted[k - 1];
            } else {
                sums(x, y, x[k], window.reach(x[k]), window.left, s, t);
                fitted[k] = LocalParabola.intercept(s, t);
            }
        }
        return fitted;
    }

    /// w·u^k and w·u^k·y summed, u = (x − at)/h: the normal equations of a parabola about `at`.
    private static void sums(double[] x, double[] y, double at, double h, int left, double[] s, double[] t) {
        Arrays.fill(s, 0);
        Arrays.fill(t, 0);
        for (int i = left; i < x.length && x[i] - at < h; i++) {
            if (Math.abs(x[i] - at) < h) {
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
    }

    /// Fits at the nodes, straight lines between them.
    static double[] byBins(double[] x, double[] y, int neighbours) {
        double[] nodes = LoessNodes.of(x, MOST_FITS);
        double[] value = new double[nodes.length];
        TricubeSums binned = new TricubeSums(x, y);
        Window window = new Window(x, neighbours);
        double[] s = new double[5];
        double[] t = new double[3];
        for (int k = 0; k < nodes.length; k++) {
            binned.at(nodes[k], window.reach(nodes[k]), s, t);
            value[k] = LocalParabola.intercept(s, t);
        }
        double[] fitted = new double[x.length];
        int right = 0;
        for (int k = 0; k < x.length; k++) {
            while (nodes[right] < x[k]) {
                right++;
            }
            if (nodes[right] == x[k]) {
                fitted[k] = value[right];
            } else {
                double share = (x[k] - nodes[right - 1]) / (nodes[right] - nodes[right - 1]);
                fitted[k] = value[right - 1] + share * (value[right] - value[right - 1]);
            }
        }
        return fitted;
    }

    /// The nearest points of places that move to the right.
    private static final class Window {
        private final double[] x;
        private final int neighbours;
        private int left;

        Window(double[] x, int neighbours) {
            this.x = x;
            this.neighbours = neighbours;
        }

        /// Distance of the farthest of the nearest points.
        double reach(double at) {
            while (left + neighbours < x.length && at - x[left] > x[left + neighbours] - at) {
                left++;
            }
            return Math.max(Math.abs(x[left] - at), Math.abs(x[left + neighbours - 1] - at));
        }
    }
}
