package org.trabecula.stats.penalised;

import java.util.Arrays;

/// Minimises L(η) + λ Σ_j f_j (α |b_j| + (1 − α)/2 · ρ b_j²) over standardised coefficients b, λ after λ, each starting
/// where the last one ended.
///
/// Per λ, in turn until neither changes anything:
///
/// 1. *Newton on the active set* ([ActiveSet]). The loss is replaced by its quadratic model with a frozen second derivative;
///    the model is minimised exactly, coefficients that would change sign leave the set at zero. Repeated with the true
///    gradient until the step is negligible, so the frozen derivative decides the speed only; it is taken anew when steps
///    shrink too slowly.
/// 2. *Screening* ([Screening]). Columns whose gradient exceeds its limit enter, the worst first.
///
/// When no column enters, the Karush–Kuhn–Tucker conditions hold to rounding. Coordinate descent, glmnet's method, gets
/// there too, but slowly among the correlated columns of radiomics: its steps become small long before they are few.
///
/// Source: Lee, Battle, Raina, Ng 2006 (feature-sign search); Friedman, Hastie, Tibshirani 2010, doi:10.18637/jss.v033.i01
/// (objective, path, warm starts).
final class PathSolver {
    /// A Newton step below this share of the largest coefficient ends the iteration.
    private static final double NEGLIGIBLE = 1e-11;
    /// Until the active set settles, steps need not be smaller than this share.
    private static final double COARSE = 1e-3;
    /// Steps that shrink less than this call for a new second derivative.
    private static final double SLOW = 0.5;
    /// A gradient below this share of the largest possible one is rounding.
    private static final double ROUNDING = 1e-15;

    private final Design design;
    private final Loss loss;
    private final Penalty penalty;
    private final int maxit;
    private final ActiveSet active;
    private final Screening screening;
    private final double[] eta;
    private final double[] residual;
    private final double largestPossibleGradient;
    private double value;
    private double hessianLambda;
    private int steps;

    /// @param share weights that sum to 1
    /// @param maxit Newton steps allowed per λ
    PathSolver(Design design, Loss loss, Penalty penalty, double[] share, int maxit) {
        this.design = design;
        this.loss = loss;
        this.penalty = penalty;
        this.maxit = maxit;
        eta = new double[design.cases];
        residual = new double[design.cases];
        value = loss.at(eta, residual);
        active = new ActiveSet(design, penalty, residual, loss.curvature());
        screening = new Screening(design, penalty, residual, share);
        largestPossibleGradient = screening.norm(residual);
    }

    /// Fits intercept and unpenalised columns, all others at zero.
    ///
    /// @return the smallest λ at which no penalised coefficient differs from zero
    double fitNull() {
        penalty.setLambda(0);
        if (design.intercept) {
            active.enter(design.features);
        }
        for (int j = 0; j < design.features; j++) {
            if (design.usable[j] && penalty.factor(j) == 0) {
                active.enter(j);
            }
        }
        newton(NEGLIGIBLE);
        return screening.largestGradient() / Math.max(penalty.alpha(), 1e-3);
    }

    /// Moves the solution to `lambda`.
    ///
    /// @param previous λ of the present solution, for the strong rule
    /// @return false where `maxit` Newton steps did not reach the optimum
    boolean moveTo(double lambda, double previous) {
        penalty.setLambda(lambda);
        steps = 0;
        active.forgetDependents();
        sumPredictor();
        if (penalty.alpha() < 1 && !(hessianLambda < 2 * lambda && lambda < 2 * hessianLambda)) {
            refreshHessian(); // its ridge belongs to another λ
        }
        if (penalty.alpha() == 0) {
            enterAll();
        }
        double tolerance = COARSE;
        while (steps < maxit) {
            newton(tolerance);
            screening.follow();
            int atMost = Math.max(10, active.size() / 10); // columns that enter together make most of each other superfluous
            int[] violators = screening.violators(active::isCandidate, 2 * lambda - previous, atMost);
            if (violators.length == 0) {
                violators = screening.violators(active::isCandidate, -1, atMost);
            }
            if (violators.length == 0) {
                if (tolerance == NEGLIGIBLE) {
                    return true;
                }
                tolerance = NEGLIGIBLE;
            }
            enter(violators);
        }
        return false;
    }

    /// No standardised column's gradient at zero coefficients can exceed this: the norm of the outcome's residual.
    double largestPossibleGradient() {
        return largestPossibleGradient;
    }

    /// Standardised coefficients, the intercept last where there is one; not to be written.
    double[] coefficients() {
        return active.coefficients();
    }

    /// The linear predictor without offset; not to be written.
    double[] eta() {
        return eta;
    }

    private void enterAll() {
        for (int j = 0; j < design.features; j++) {
            if (active.isCandidate(j)) {
                active.enter(j);
            }
        }
    }

    private void enter(int[] columns) {
        boolean moved = false;
        for (int j : columns) {
            moved |= active.enter(j);
        }
        if (moved) {
            sumPredictor();
        }
    }

    private void refreshHessian() {
        active.refresh(loss.curvature());
        hessianLambda = penalty.lambda();
    }

    private void sumPredictor() {
        Arrays.fill(eta, 0);
        for (int j : active.columns()) {
            Vectors.addScaled(eta, active.coefficients()[j], design.z, j * design.cases, design.cases);
        }
        value = loss.at(eta, residual);
    }

    /// Newton steps over the active columns until a step is below `tolerance` of the largest coefficient.
    private void newton(double tolerance) {
        double lastStep = Double.POSITIVE_INFINITY;
        boolean fresh = false;
        double[] b = active.coefficients();
        while (steps < maxit) {
            steps++;
            double[] slope = active.slope();
            double largestSlope = largest(slope);
            int[] before = active.columns();
            double[] from = new double[before.length];
            for (int k = 0; k < from.length; k++) {
                from[k] = b[before[k]];
            }
            double objective = value + penalty.of(before, b);
            active.minimiseModel(slope);
            double step = 0;
            double scale = 0;
            for (int k = 0; k < before.length; k++) {
                double move = b[before[k]] - from[k];
                if (before[k] < design.features || before.length == 1) { // the intercept follows the others
                    step = Math.max(step, Math.abs(move));
                    scale = Math.max(scale, Math.abs(b[before[k]]));
                }
                if (move != 0) {
                    Vectors.addScaled(eta, move, design.z, before[k] * design.cases, design.cases);
                }
            }
            value = loss.at(eta, residual);
            boolean rose = value + penalty.of(before, b) > objective + 1e-13 * Math.abs(objective);
            if (rose && !loss.quadratic() && step > 1e-7 * scale) {
                shorten(before, from, objective);
                refreshHessian();
                fresh = true;
                lastStep = Double.POSITIVE_INFINITY;
                continue;
            }
            if (loss.quadratic() && tolerance == COARSE) {
                return; // the model is the loss: one step is enough until the active set has settled
            }
            if (step <= tolerance * scale || largestSlope <= ROUNDING * largestPossibleGradient) {
                return;
            }
            boolean sameSet = active.size() == before.length;
            if (sameSet && step > SLOW * lastStep) {
                if (fresh && step < 1e-8 * scale) {
                    return; // rounding, not progress
                }
                refreshHessian();
                fresh = true;
                lastStep = Double.POSITIVE_INFINITY;
            } else {
                fresh = false;
                lastStep = sameSet ? step : Double.POSITIVE_INFINITY;
            }
        }
    }

    /// Goes back along a step that did not lower the objective, halving it until it does.
    private void shorten(int[] columns, double[] from, double objective) {
        double[] b = active.coefficients();
        double[] to = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            to[k] = b[columns[k]];
        }
        for (double part = 0.5; part > 1e-10; part /= 2) {
            active.moveTo(columns, from, to, part);
            Arrays.fill(eta, 0);
            for (int j : columns) {
                Vectors.addScaled(eta, b[j], design.z, j * design.cases, design.cases);
            }
            value = loss.at(eta, residual);
            if (value + penalty.of(columns, b) <= objective) {
                return;
            }
        }
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }
}
