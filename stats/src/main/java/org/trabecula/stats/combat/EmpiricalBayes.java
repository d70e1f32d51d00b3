package org.trabecula.stats.combat;

import java.util.Arrays;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;

/// Shift and scale of one centre, feature by feature, each pulled towards what the centre's other features show.
///
/// ```
/// parametric:  γ_f ~ N(γ̄, τ²),  δ²_f ~ InvGamma(λ, θ)
///   γ* = (n τ² γ̂ + δ²* γ̄) / (n τ² + δ²*)
///   δ²* = (θ + ½ Σ (z − γ*)²) / (n/2 + λ − 1)
/// non-parametric:  (γ*, δ²*) = Σ_g w_g (γ̂_g, δ̂²_g),  w_g ∝ Π_j N(z_jf; γ̂_g, δ̂²_g),  g ≠ f
/// ```
///
/// γ̂ is a feature's mean in the centre, δ̂² its variance (n − 1); γ̄, τ² mean and variance of γ̂ over features;
/// λ = (m² + 2 s²)/s², θ = (m³ + m s²)/s² with m, s² mean and variance of δ̂². The two parametric equations are iterated
/// to a fixed point.
///
/// Source: Johnson, Li and Rabinovic 2007, doi:10.1093/biostatistics/kxj037, supplement.
final class EmpiricalBayes {
    private static final double SETTLED = 1e-12;
    private static final int MOST_ROUNDS = 10_000;

    private EmpiricalBayes() {}

    /// @param z     standardised cases of one centre × features
    /// @param sigma 0 marks features that take no part
    static Combat.CentreEffect effect(Matrix z, double[] sigma, Combat.Prior prior) {
        int features = z.columns();
        double[] shift = new double[features];
        double[] variance = new double[features];
        int[] active = java.util.stream.IntStream.range(0, features).filter(f -> sigma[f] > 0).toArray();
        for (int f : active) {
            double[] column = z.column(f);
            shift[f] = Moments.mean(column);
            variance[f] = Moments.variance(column);
        }
        double[][] pulled = active.length < 2
                ? new double[][] {shift, variance} // nothing to borrow from
                : prior == Combat.Prior.PARAMETRIC
                        ? parametric(z, active, shift, variance)
                        : nonParametric(z, active, shift, variance);
        double[] scale = Arrays.stream(pulled[1]).map(Math::sqrt).toArray();
        for (int f = 0; f < features; f++) {
            scale[f] = scale[f] > 0 ? scale[f] : 1; // constant within this centre: only its shift is known
        }
        return new Combat.CentreEffect(pulled[0], scale);
    }

    private static double[][] parametric(Matrix z, int[] active, double[] shift, double[] variance) {
        double[] shifts = of(active, shift);
        double[] variances = of(active, variance);
        double gammaBar = Moments.mean(shifts);
        double tau2 = Moments.variance(shifts);
        double m = Moments.mean(variances);
        double s2 = Moments.variance(variances);
        double[] gamma = shift.clone();
        double[] delta2 = variance.clone();
        double n = z.rows();
        for (int f : active) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                double g = (n * tau2 * shift[f] + delta2[f] * gammaBar) / (n * tau2 + delta2[f]);
                double squares = squaresAbout(z, f, g);
                // (θ + ½Σ) / (n/2 + λ − 1), both times s²: no division by 0 when all variances are equal
                double d = (m * m * m + m * s2 + 0.5 * squares * s2) / (n / 2 * s2 + m * m + s2);
                double moved = Math.max(Math.abs(g - gamma[f]), Math.abs(d - delta2[f]));
                gamma[f] = g;
                delta2[f] = d;
                if (moved <= SETTLED * Math.max(1, Math.abs(d))) {
                    break;
                }
            }
        }
        return new double[][] {gamma, delta2};
    }

    private static double[][] nonParametric(Matrix z, int[] active, double[] shift, double[] variance) {
        double[] gamma = shift.clone();
        double[] delta2 = variance.clone();
        double n = z.rows();
        double[] log = new double[active.length];
        for (int f : active) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < active.length; k++) {
                int g = active[k];
                log[k] = g == f || !(variance[g] > 0)
                        ? Double.NEGATIVE_INFINITY
                        : -n / 2 * Math.log(2 * Math.PI * variance[g])
                                - squaresAbout(z, f, shift[g]) / (2 * variance[g]);
                largest = Math.max(largest, log[k]);
            }
            if (largest == Double.NEGATIVE_INFINITY) {
                continue; // no other feature varies here: keep its own
            }
            double weights = 0;
            double ofShift = 0;
            double ofVariance = 0;
            for (int k = 0; k < active.length; k++) {
                double w = Math.exp(log[k] - largest);
                weights += w;
                ofShift += w * shift[active[k]];
                ofVariance += w * variance[active[k]];
            }
            gamma[f] = ofShift / weights;
            delta2[f] = ofVariance / weights;
        }
        return new double[][] {gamma, delta2};
    }

    private static double squaresAbout(Matrix z, int f, double centre) {
        double squares = 0;
        for (int row = 0; row < z.rows(); row++) {
            double away = z.get(row, f) - centre;
            squares += away * away;
        }
        return squares;
    }

    private static double[] of(int[] active, double[] values) {
        return Arrays.stream(active).mapToDouble(f -> values[f]).toArray();
    }
}
