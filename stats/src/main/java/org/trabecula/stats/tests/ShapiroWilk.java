package org.trabecula.stats.tests;

import java.util.Arrays;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Quantiles;

/// Shapiro and Wilk's W: how straight the normal plot is, 1 at best.
///
/// W is the squared correlation of the ordered values with Royston's weights; p by his normalising transformation.
/// Defined for 3 … 5000 values that are not all equal; NaN otherwise.
///
/// Source: Royston 1995, AS R94, doi:10.2307/2986146, in the double precision of R's `shapiro.test`.
public final class ShapiroWilk {
    private static final int FEWEST = 3;
    private static final int MOST = 5000;

    private ShapiroWilk() {}

    public static TestResult test(double... values) {
        double[] x = values.clone();
        Arrays.sort(x);
        int n = x.length;
        if (n < FEWEST || n > MOST || !(x[n - 1] > x[0])) {
            return TestResult.of("Shapiro-Wilk", Double.NaN, Double.NaN, Double.NaN);
        }
        double w1 = oneMinusW(x, weights(n));
        return TestResult.of("Shapiro-Wilk", 1 - w1, Double.NaN, p(w1, n));
    }

    /// Weights of the upper half, positive, the largest value's first.
    private static double[] weights(int n) {
        int half = n / 2;
        if (n == FEWEST) {
            return new double[] {Math.sqrt(0.5)};
        }
        double[] m = new double[half];
        double squares = 0;
        for (int i = 0; i < half; i++) {
            m[i] = -Normal.quantile((i + 1 - 0.375) / (n + 0.25));
            squares += 2 * m[i] * m[i];
        }
        double root = Math.sqrt(squares);
        double u = 1 / Math.sqrt(n);
        double[] a = new double[half];
        a[0] = m[0] / root + polynomial(u, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056);
        double rest = squares - 2 * m[0] * m[0];
        double share = 1 - 2 * a[0] * a[0];
        int given = 1;
        if (n > 5) {
            a[1] = m[1] / root + polynomial(u, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
            rest -= 2 * m[1] * m[1];
            share -= 2 * a[1] * a[1];
            given = 2;
        }
        double scale = Math.sqrt(rest / share);
        for (int i = given; i < half; i++) {
            a[i] = m[i] / scale;
        }
        return a;
    }

    /// 1 − W, directly, so that a W near 1 keeps its digits. Values are taken about their median, by their range.
    private static double oneMinusW(double[] ascending, double[] weights) {
        int n = ascending.length;
        double range = ascending[n - 1] - ascending[0];
        double median = Quantiles.type7OfSorted(ascending, 0.5);
        double[] x = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            x[i] = (ascending[i] - median) / range;
            mean += x[i] / n;
        }
        double ssa = 0;
        double ssx = 0;
        double sax = 0;
        for (int i = 0; i < n; i++) {
            int mirror = n - 1 - i;
            double a = i == mirror ? 0 : Math.signum(i - mirror) * weights[Math.min(i, mirror)];
            ssa += a * a;
            ssx += (x[i] - mean) * (x[i] - mean);
            sax += a * (x[i] - mean);
        }
        double root = Math.sqrt(ssa * ssx);
        return (root - sax) * (root + sax) / (ssa * ssx);
    }

    private static double p(double w1, int n) {
        if (n == FEWEST) {
            double exact = 6 / Math.PI * (Math.asin(Math.sqrt(1 - w1)) - Math.asin(Math.sqrt(0.75)));
            return Math.max(0, exact);
        }
        double y = Math.log(w1);
        if (n <= 11) {
            double gamma = polynomial(n, -2.273, 0.459);
            if (y >= gamma) {
                return 1e-99; // Royston's "as good as 0"
            }
            double mean = polynomial(n, 0.544, -0.39978, 0.025054, -6.714e-4);
            double sd = Math.exp(polynomial(n, 1.3822, -0.77857, 0.062767, -0.0020322));
            return Normal.upperTail((-Math.log(gamma - y) - mean) / sd);
        }
        double log = Math.log(n);
        double mean = polynomial(log, -1.5861, -0.31082, -0.083751, 0.0038915);
        double sd = Math.exp(polynomial(log, -0.4803, -0.082676, 0.0030302));
        return Normal.upperTail((y - mean) / sd);
    }

    /// c_0 + c_1 x + c_2 x² + …
    private static double polynomial(double x, double... c) {
        double value = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            value = value * x + c[k];
        }
        return value;
    }
}
