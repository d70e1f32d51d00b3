package org.trabecula.stats.penalised;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Finds the columns outside the active set that break |g_j| ≤ λ α f_j, computing few gradients.
///
/// A gradient g_j = z_jᵀ r computed earlier cannot have moved by more than ‖z_j‖ times the way that the residual has gone
/// since (both in norms with the case weights), so a column whose bound stays below its limit is not looked at. The strong
/// rule (Tibshirani et al. 2012) looks first at columns with a bound of at least (2λ − λ_previous) α f_j; the others are
/// looked at once these are satisfied, so nothing is ever left out.
///
/// Source: Tibshirani et al. 2012, doi:10.1111/j.1467-9868.2011.01004.x (strong rules); the bound is Cauchy and Schwarz's.
final class Screening {
    /// A column enters when its gradient exceeds its limit by this share.
    private static final double TOUCH = 1e-11;

    private final Design design;
    private final Penalty penalty;
    private final double[] residual;
    private final double[] inverseShare;
    private final double[] gradient;
    private final double[] seenAt;
    private final double[] lastResidual;
    private double drift;

    /// @param residual of the solver, read whenever a gradient is needed
    /// @param share    case weights that sum to 1
    Screening(Design design, Penalty penalty, double[] residual, double[] share) {
        this.design = design;
        this.penalty = penalty;
        this.residual = residual;
        inverseShare = new double[share.length];
        for (int i = 0; i < share.length; i++) {
            inverseShare[i] = share[i] > 0 ? 1 / share[i] : 0;
        }
        gradient = new double[design.features];
        seenAt = new double[design.features];
        lastResidual = new double[residual.length];
    }

    /// Computes all gradients.
    ///
    /// @return the largest |g_j|/f_j over penalised columns
    double largestGradient() {
        System.arraycopy(residual, 0, lastResidual, 0, residual.length);
        double largest = 0;
        for (int j = 0; j < design.features; j++) {
            gradient[j] = design.gradient(j, residual);
            seenAt[j] = drift;
            if (design.usable[j] && penalty.factor(j) > 0 && penalty.factor(j) < Double.POSITIVE_INFINITY) {
                largest = Math.max(largest, Math.abs(gradient[j]) / penalty.factor(j));
            }
        }
        return largest;
    }

    /// Takes note of how far the residual has gone.
    void follow() {
        for (int i = 0; i < residual.length; i++) {
            lastResidual[i] -= residual[i];
        }
        drift += norm(lastResidual);
        System.arraycopy(residual, 0, lastResidual, 0, residual.length);
    }

    /// √Σ r²/w: times the norm of a column, the largest gradient that a residual r can have.
    double norm(double[] r) {
        double square = 0;
        for (int i = 0; i < r.length; i++) {
            square += r[i] * r[i] * inverseShare[i];
        }
        return Math.sqrt(square);
    }

    /// Candidates that break their condition: the worst first, ties by column, `atMost` of them.
    ///
    /// @param strongLambda columns whose bound is below the limit at this λ are passed over; negative: none is
    int[] violators(IntPredicate candidate, double strongLambda, int atMost) {
        int[] found = new int[16];
        double[] excess = new double[16];
        int count = 0;
        for (int j = 0; j < design.features; j++) {
            double bound = Math.abs(gradient[j]) + design.norm[j] * (drift - seenAt[j]);
            double limit = penalty.bend(j) * (1 + TOUCH) + Double.MIN_NORMAL;
            if (bound <= limit || bound < penalty.bendAt(strongLambda, j) || !candidate.test(j)) {
                continue;
            }
            if (seenAt[j] != drift) {
                gradient[j] = design.gradient(j, residual);
                seenAt[j] = drift;
            }
            double over = Math.abs(gradient[j]) - limit;
            if (over > 0) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                    excess = Arrays.copyOf(excess, 2 * count);
                }
                found[count] = j;
                excess[count++] = over / penalty.factor(j);
            }
        }
        return worst(found, excess, Math.min(count, atMost), count);
    }

    private static int[] worst(int[] found, double[] excess, int wanted, int count) {
        int[] chosen = new int[wanted];
        for (int place = 0; place < wanted; place++) {
            int best = -1;
            for (int k = 0; k < count; k++) {
                if (excess[k] > 0 && (best < 0 || excess[k] > excess[best])) {
                    best = k;
                }
            }
            chosen[place] = found[best];
            excess[best] = 0;
        }
        return chosen;
    }
}
