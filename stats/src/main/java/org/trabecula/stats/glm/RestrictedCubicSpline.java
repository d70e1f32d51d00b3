package org.trabecula.stats.glm;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Quantiles;

/// Restricted cubic splines with rms's knots and scaling: cubic between knots, linear beyond the outer ones.
///
/// ```
/// s_0(x) = x
/// s_j(x) = [ (x − t_j)₊³ − (x − t_{k−1})₊³ (t_k − t_j)/(t_k − t_{k−1}) + (x − t_k)₊³ (t_{k−1} − t_j)/(t_k − t_{k−1}) ] / (t_k − t_1)²
/// ```
///
/// for j = 1 … k − 2. Knots lie at equally spaced quantiles (type 7) from .10 (3 knots), .05 (4 to 6) or .025 (7 and more) to
/// their mirror images.
///
/// Source: Harrell, Regression Modeling Strategies, 2nd ed., section 2.4.5; `rcspline.eval` of Hmisc.
public final class RestrictedCubicSpline {
    private final double[] knots;

    /// @throws InputException FIT-013 with fewer than three knots, or knots that do not rise
    public RestrictedCubicSpline(List<Double> knots) {
        this.knots = knots.stream().mapToDouble(Double::doubleValue).toArray();
        boolean rising = this.knots.length >= 3;
        for (int k = 1; k < this.knots.length; k++) {
            rising &= this.knots[k] > this.knots[k - 1];
        }
        if (!rising) {
            throw new InputException(new Problem(FitProblem.KNOTS, "the spline", "knots " + knots,
                    "at least three knots, each above the one before",
                    "use fewer knots: many cases share a value of this variable"));
        }
    }

    /// Knots at the quantiles of `values` (missing ones left out).
    public static RestrictedCubicSpline of(double[] values, int count) {
        if (count < 3 || count > 10) {
            throw new InputException(new Problem(FitProblem.KNOTS, "the spline", count + " knots", "3 to 10 knots",
                    "use 3, 4 or 5"));
        }
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double outer = count == 3 ? 0.1 : count <= 6 ? 0.05 : 0.025;
        double step = (1 - 2 * outer) / (count - 1);
        Double[] knots = new Double[count];
        for (int k = 0; k < count; k++) {
            knots[k] = Quantiles.type7OfSorted(present, k == count - 1 ? 1 - outer : outer + k * step);
        }
        return new RestrictedCubicSpline(List.of(knots));
    }

    public List<Double> knots() {
        return Arrays.stream(knots).boxed().toList();
    }

    /// Number of columns: one fewer than knots.
    public int columns() {
        return knots.length - 1;
    }

    /// s_0(x) … s_{k−2}(x).
    public double[] at(double x) {
        int last = knots.length - 1;
        double[] basis = new double[last];
        basis[0] = x;
        double span = knots[last] - knots[last - 1];
        double norm = (knots[last] - knots[0]) * (knots[last] - knots[0]);
        for (int j = 1; j < last; j++) {
            double t = knots[j - 1];
            basis[j] = (cube(x - t)
                            - cube(x - knots[last - 1]) * (knots[last] - t) / span
                            + cube(x - knots[last]) * (knots[last - 1] - t) / span)
                    / norm;
        }
        return basis;
    }

    private static double cube(double x) {
        return x > 0 ? x * x * x : 0;
    }
}
