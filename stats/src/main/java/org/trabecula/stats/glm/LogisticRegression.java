package org.trabecula.stats.glm;

import java.util.Arrays;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;

/// Logistic regression with an intercept: by maximum likelihood, or by Firth's penalised likelihood.
///
/// ```
/// ℓ(b) = Σ_i w_i [y_i log p_i + (1 − y_i) log(1 − p_i)],   p_i = 1/(1 + exp(−offset_i − b_0 − x_i b))
/// Firth: ℓ*(b) = ℓ(b) + ½ log |I(b)|,   I = Xᵀ diag(w p (1 − p)) X with the column of ones
/// ```
///
/// Newton's method (Fisher scoring for Firth) with step halving, until the step is rounding. Firth's estimate is finite even
/// where a combination of the columns separates the classes; the maximum-likelihood one is then not, and the fit says so
/// ([LogisticFit#separated]).
///
/// Source: McCullagh, Nelder 1989, chapter 4; Firth 1993, doi:10.1093/biomet/80.1.27; Heinze, Schemper 2002,
/// doi:10.1002/sim.1047.
public final class LogisticRegression {
    private static final int ENOUGH_STEPS = 60;
    private static final int ENOUGH_SCORING_STEPS = 5000;
    /// Largest move of a coefficient of a standardised column in one step.
    private static final double LONGEST_STEP = 5;

    private LogisticRegression() {}

    /// Maximum likelihood.
    ///
    /// @param y 0 or 1
    /// @throws InputException FIT-002, FIT-003, FIT-004, FIT-006 for data, FIT-012 for columns that depend on each other
    public static LogisticFit fit(Matrix x, double[] y) {
        return fit(x, y, ones(y.length), new double[y.length]);
    }

    /// [#fit(Matrix, double\[\])] with case weights ≥ 0 and a known part of the linear predictor.
    public static LogisticFit fit(Matrix x, double[] y, double[] weights, double[] offset) {
        return run(x, y, weights, offset, false);
    }

    /// Firth's penalised likelihood.
    public static LogisticFit fitFirth(Matrix x, double[] y) {
        return run(x, y, ones(y.length), new double[y.length], true);
    }

    private static LogisticFit run(Matrix x, double[] y, double[] weights, double[] offset, boolean firth) {
        check(x, y, weights, offset);
        CentredColumns columns = new CentredColumns(x);
        LogisticObjective objective = new LogisticObjective(columns, y, weights, offset, firth);
        int dependent = SymmetricMatrix.dependentColumn(objective.information(weights));
        if (dependent > 0) {
            throw CentredColumns.dependent(dependent - 1, "a combination of the columns before it");
        }
        LogisticObjective.State state = maximise(objective, new double[objective.size()], -1, firth);
        CentredColumns none = new CentredColumns(new Matrix(x.rows(), 0, new double[0]));
        LogisticObjective nullModel = new LogisticObjective(none, y, weights, offset, false);
        double nullLogLik = maximise(nullModel, new double[1], -1, false).logLik();
        boolean separated = !firth && separates(state);
        return new LogisticFit(columns, state, nullLogLik, firth, separated);
    }

    /// Climbs to the maximum.
    ///
    /// @param fixed a coefficient that keeps its value (its row of the information stays in the penalty); −1 for none
    static LogisticObjective.State maximise(LogisticObjective objective, double[] start, int fixed, boolean firth) {
        LogisticObjective.State now = objective.at(start);
        int enough = firth ? ENOUGH_SCORING_STEPS : ENOUGH_STEPS;
        for (int k = 0; k < enough && now.information().isPresent(); k++) {
            double[] step = step(now, fixed);
            double longest = 0;
            double scale = 1;
            for (int j = 0; j < step.length; j++) {
                longest = Math.max(longest, Math.abs(step[j]));
                scale = Math.max(scale, Math.abs(now.b()[j]));
            }
            double part = Math.min(1, LONGEST_STEP / longest);
            LogisticObjective.State next = moved(objective, now, step, part);
            while (next.value() < now.value() - 1e-12 * Math.abs(now.value()) && part > 1e-9) {
                part /= 2;
                next = moved(objective, now, step, part);
            }
            now = next;
            if (longest <= 1e-13 * scale) {
                break;
            }
        }
        return now;
    }

    private static double[] step(LogisticObjective.State now, int fixed) {
        SymmetricMatrix information = now.information().orElseThrow();
        if (fixed < 0) {
            return information.solve(now.score());
        }
        // the block of I⁻¹ over the free coefficients, made from the whole: no second factorisation
        double[] score = now.score().clone();
        score[fixed] = 0;
        double[] unit = new double[score.length];
        unit[fixed] = 1;
        double[] free = information.solve(score);
        double[] held = information.solve(unit);
        double part = free[fixed] / held[fixed];
        for (int j = 0; j < free.length; j++) {
            free[j] -= part * held[j];
        }
        free[fixed] = 0;
        return free;
    }

    private static LogisticObjective.State moved(
            LogisticObjective objective, LogisticObjective.State from, double[] step, double part) {
        double[] b = from.b().clone();
        for (int j = 0; j < b.length; j++) {
            b[j] += part * step[j];
        }
        return objective.at(b);
    }

    /// A maximum at infinity: Newton's method still runs, or the information has vanished, and some case is fitted to within
    /// 1e-8 of its class.
    private static boolean separates(LogisticObjective.State state) {
        boolean arrived = false;
        if (state.information().isPresent()) {
            double longest = 0;
            for (double move : state.information().get().solve(state.score())) {
                longest = Math.max(longest, Math.abs(move));
            }
            arrived = longest < 1e-6;
        }
        boolean extreme = false;
        for (double p : state.p()) {
            extreme |= Math.min(p, 1 - p) < 1e-8;
        }
        return !arrived && extreme;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void check(Matrix x, double[] y, double[] weights, double[] offset) {
        if (y.length != x.rows() || weights.length != x.rows() || offset.length != x.rows()) {
            throw new InputException(new Problem(FitProblem.LENGTHS_DIFFER, "the logistic regression",
                    y.length + " outcomes, " + weights.length + " weights, " + offset.length + " offsets",
                    x.rows() + " of each, one a row", "give one value per case"));
        }
        double ones = 0;
        double zeros = 0;
        for (int i = 0; i < y.length; i++) {
            if (y[i] != 0 && y[i] != 1) {
                throw new InputException(new Problem(FitProblem.OUTCOME_NOT_BINARY, "row " + (i + 1) + " (counted from 1)",
                        String.valueOf(y[i]), "0 or 1", "code the outcome as 0 and 1"));
            }
            if (!(weights[i] >= 0)) {
                throw new InputException(new Problem(FitProblem.WEIGHTS, "row " + (i + 1) + " (counted from 1)",
                        String.valueOf(weights[i]), "a weight of at least 0", "correct that weight"));
            }
            ones += y[i] * weights[i];
            zeros += (1 - y[i]) * weights[i];
        }
        if (!(ones > 0 && zeros > 0)) {
            throw new InputException(new Problem(FitProblem.OUTCOME_CONSTANT, "the outcome",
                    ones + " cases of class 1, " + zeros + " of class 0", "both classes",
                    "fit on rows that hold both classes"));
        }
    }
}
