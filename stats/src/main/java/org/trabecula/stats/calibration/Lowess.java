package org.trabecula.stats.calibration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.Ranks;

/// Locally weighted straight lines, as R's `lowess`.
///
/// Around each x the nearest ⌊f·n⌋ points get tricube weights (1 − (d/h)³)³, h being the distance of the farthest, and a
/// straight line is fitted. Points closer than `delta` to the last fitted one are interpolated. Robust iterations weigh
/// by the bisquare of residuals; they are wrong for 0/1 outcomes, so calibration uses none. Without them, sums over more than
/// 4,000 points are taken by bins ([TricubeSums]); R counts points within h/1000 in full and drops those beyond 0.999 h, which
/// the bins do not, a difference in the eighth digit of the curve.
///
/// Source: Cleveland 1979, doi:10.1080/01621459.1979.10481038; Cleveland 1981, doi:10.1080/00031305.1981.10479306.
public final class Lowess {
    private final double[] x;
    private final double[] y;
    private final int neighbours;
    private final double delta;
    private final @Nullable TricubeSums binned;

    private Lowess(double[] x, double[] y, double share, double delta, boolean byBins) {
        this.x = x;
        this.y = y;
        this.neighbours = Math.max(2, Math.min(x.length, (int) (share * x.length + 1e-7)));
        this.delta = delta;
        this.binned = byBins ? new TricubeSums(x, y) : null;
    }

    /// Smooths y over x.
    ///
    /// @param share      of the points in each neighbourhood, f; 2/3 in R
    /// @param iterations robust ones; 0 for 0/1 outcomes
    /// @param delta      distance within which points are interpolated; R takes 1 % of the range
    public static SmoothCurve fit(double[] x, double[] y, double share, int iterations, double delta) {
        return fit(x, y, share, iterations, delta, iterations == 0 && x.length > Loess.BY_DEFINITION);
    }

    /// Without robust iterations, with the rows' order by x at hand.
    static SmoothCurve fit(double[] x, double[] y, double share, double delta, int[] order) {
        return fit(x, y, share, 0, delta, x.length > Loess.BY_DEFINITION, order);
    }

    /// @param byBins whether sums are taken by bins, which robust weights rule out
    static SmoothCurve fit(double[] x, double[] y, double share, int iterations, double delta, boolean byBins) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("x and y must be of one length, at least 1, got " + x.length + " and " + y.length);
        }
        return fit(x, y, share, iterations, delta, byBins, Ranks.order(x));
    }

    private static SmoothCurve fit(
            double[] x, double[] y, double share, int iterations, double delta, boolean byBins, int[] order) {
        double[] xs = new double[x.length];
        double[] ys = new double[x.length];
        for (int k = 0; k < order.length; k++) {
            xs[k] = x[order[k]];
            ys[k] = y[order[k]];
        }
        return new SmoothCurve(xs, new Lowess(xs, ys, share, delta, byBins).smooth(iterations));
    }

    private double[] smooth(int iterations) {
        if (x.length < 2) {
            return y.clone();
        }
        double[] robustness = new double[x.length];
        Arrays.fill(robustness, 1);
        double[] fitted = pass(robustness);
        for (int iteration = 0; iteration < iterations; iteration++) {
            if (!reweigh(fitted, robustness)) {
                break;
            }
            fitted = pass(robustness);
        }
        return fitted;
    }

    /// One pass from left to right.
    private double[] pass(double[] robustness) {
        int n = x.length;
        double[] fitted = new double[n];
        int left = 0;
        int last = -1; // last fitted point
        int i = 0;
        while (true) {
            while (left + neighbours < n && x[i] - x[left] > x[left + neighbours] - x[i]) {
                left++;
            }
            fitted[i] = local(i, left, robustness);
            for (int j = last + 1; j < i; j++) {
                double share = (x[j] - x[last]) / (x[i] - x[last]);
                fitted[j] = share * fitted[i] + (1 - share) * fitted[last];
            }
            last = i;
            double reach = x[last] + delta;
            int next = last + 1;
            while (next < n && x[next] <= reach) {
                if (x[next] == x[last]) {
                    fitted[next] = fitted[last];
                    last = next;
                }
                next++;
            }
            if (last >= n - 1) {
                return fitted;
            }
            i = Math.max(last + 1, next - 1);
        }
    }

    /// The line through the neighbourhood that begins at `left`, at x[i].
    private double local(int i, int left, double[] robustness) {
        int n = x.length;
        double at = x[i];
        double h = Math.max(at - x[left], x[left + neighbours - 1] - at);
        if (binned != null && h > 0) {
            return lineOfBins(binned, at, h);
        }
        double[] weight = new double[n];
        double sum = 0;
        int end = left;
        for (; end < n; end++) {
            double distance = Math.abs(x[end] - at);
            if (distance <= 0.999 * h) {
                weight[end] = (distance <= 0.001 * h ? 1 : tricube(distance / h)) * robustness[end];
                sum += weight[end];
            } else if (x[end] > at) {
                break;
            }
        }
        if (sum <= 0) {
            return y[i];
        }
        double centre = 0;
        for (int j = left; j < end; j++) {
            weight[j] /= sum;
            centre += weight[j] * x[j];
        }
        double squares = 0;
        for (int j = left; j < end; j++) {
            squares += weight[j] * (x[j] - centre) * (x[j] - centre);
        }
        boolean sloped = h > 0 && Math.sqrt(squares) > 0.001 * (x[n - 1] - x[0]);
        double tilt = sloped ? (at - centre) / squares : 0;
        double value = 0;
        for (int j = left; j < end; j++) {
            value += weight[j] * (1 + tilt * (x[j] - centre)) * y[j];
        }
        return value;
    }

    private double lineOfBins(TricubeSums sums, double at, double h) {
        double[] s = new double[5];
        double[] t = new double[3];
        sums.at(at, h, s, t);
        double centre = s[1] / s[0];
        double squares = s[2] / s[0] - centre * centre;
        boolean sloped = Math.sqrt(Math.max(0, squares)) * h > 0.001 * (x[x.length - 1] - x[0]);
        double mean = t[0] / s[0];
        return sloped ? mean - centre * (t[1] / s[0] - centre * mean) / squares : mean;
    }

    private static double tricube(double d) {
        double rest = 1 - d * d * d;
        return rest * rest * rest;
    }

    /// Bisquare weights of the residuals over six median absolute residuals; false when these are all but 0.
    private boolean reweigh(double[] fitted, double[] robustness) {
        int n = x.length;
        double[] residual = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            residual[i] = Math.abs(y[i] - fitted[i]);
            mean += residual[i] / n;
        }
        double[] sorted = residual.clone();
        Arrays.sort(sorted);
        double sixMedians = 3 * (sorted[n / 2] + sorted[n - 1 - n / 2]);
        if (sixMedians < 1e-7 * mean) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            double r = residual[i] / sixMedians;
            double rest = 1 - r * r;
            robustness[i] = r <= 0.001 ? 1 : r <= 0.999 ? rest * rest : 0;
        }
        return true;
    }
}
