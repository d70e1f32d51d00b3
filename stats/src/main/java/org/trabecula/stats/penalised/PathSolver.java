package org.trabecula.stats.penalised;

import java.util.Arrays;

/// Minimises L(η) + λ Σ_j f_j (α |b_j| + (1 − α)/2 · ρ b_j²) over standardised coefficients b, λ after λ, each starting
/// where the last one ended.
///
/// The active set A holds the unpenalised and the non-zero coefficients, each with its sign. Per λ:
///
/// 1. *Newton on A.* The loss is replaced by its quadratic model with a frozen second derivative ([ActiveHessian]); the
///    model is minimised exactly, coefficients that would change sign leave A at zero. Repeated with the true gradient
///    until the step is negligible, so the frozen derivative decides the speed only; it is taken anew when steps shrink
///    too slowly.
/// 2. *Screening.* Columns outside A with |g_j| > λ α f_j enter, those that break the condition most first. Only columns
///    of the strong set (|g_j| ≥ 2λ − λ_previous, Tibshirani 2012) are looked at until none of them enters; then all whose
///    gradient could have reached the limit: |g_j| cannot have moved by more than ‖z_j‖ times the way that the residual
///    has gone since g_j was computed.
///
/// It ends when no column enters: then the Karush–Kuhn–Tucker conditions hold to rounding.
///
/// Source: Lee, Battle, Raina, Ng 2006 (feature-sign search); Friedman, Hastie, Tibshirani 2010, doi:10.18637/jss.v033.i01
/// (objective, path); Tibshirani et al. 2012, doi:10.1111/j.1467-9868.2011.01004.x (strong rules).
final class PathSolver {
    /// A Newton step below this share of the largest coefficient ends the iteration.
    private static final double NEGLIGIBLE = 1e-11;
    /// Until the active set settles, steps need not be smaller than this share.
    private static final double COARSE = 1e-3;
    /// A column outside the active set enters when its gradient exceeds its limit by this share.
    private static final double TOUCH = 1e-11;
    /// A gradient below this share of the residual's norm is rounding.
    private static final double ROUNDING = 1e-15;

    private final Design design;
    private final Loss loss;
    private final double alpha;
    private final double[] factors;
    private final double ridgeScale;
    private final double[] inverseShare;
    private final int maxit;

    private final double[] b;
    private final double[] sign;
    private final double[] eta;
    private final double[] residual;
    private final double[] gradient;
    private final double[] seenAt;
    private final double[] lastResidual;
    private double drift;
    private double value;

    private int[] active = new int[16];
    private int size;
    private final boolean[] isActive;
    private final boolean[] dependent;
    private final ActiveHessian hessian;

    private double lambda;
    private double hessianLambda;
    private int steps;
    private double slopeFloor;

    /// @param factors    penalty factors with mean 1; infinite ones keep a column out
    /// @param ridgeScale ρ: 1, or 1/s_y for gaussian as glmnet has it
    /// @param share      weights that sum to 1
    /// @param maxit      Newton steps allowed per λ
    PathSolver(Design design, Loss loss, double alpha, double[] factors, double ridgeScale, double[] share, int maxit) {
        this.design = design;
        this.loss = loss;
        this.alpha = alpha;
        this.factors = factors;
        this.ridgeScale = ridgeScale;
        this.maxit = maxit;
        int n = design.cases;
        int coordinates = design.features + (design.intercept ? 1 : 0);
        inverseShare = new double[n];
        for (int i = 0; i < n; i++) {
            inverseShare[i] = share[i] > 0 ? 1 / share[i] : 0;
        }
        b = new double[coordinates];
        sign = new double[coordinates];
        isActive = new boolean[coordinates];
        dependent = new boolean[coordinates];
        eta = new double[n];
        residual = new double[n];
        gradient = new double[design.features];
        seenAt = new double[design.features];
        lastResidual = new double[n];
        value = loss.at(eta, residual);
        hessian = new ActiveHessian(design.z, n, loss.curvature());
        slopeFloor = ROUNDING * spread(residual);
    }

    /// Fits intercept and unpenalised columns, all others at zero.
    ///
    /// @return the smallest λ at which no penalised coefficient differs from zero
    double fitNull() {
        lambda = 0;
        if (design.intercept) {
            enter(design.features);
        }
        for (int j = 0; j < design.features; j++) {
            if (design.usable[j] && factors[j] == 0) {
                enter(j);
            }
        }
        newton(NEGLIGIBLE);
        System.arraycopy(residual, 0, lastResidual, 0, residual.length);
        double largest = 0;
        for (int j = 0; j < design.features; j++) {
            gradient[j] = gradientOf(j);
            if (design.usable[j] && factors[j] > 0 && factors[j] < Double.POSITIVE_INFINITY) {
                largest = Math.max(largest, Math.abs(gradient[j]) / factors[j]);
            }
        }
        return largest / Math.max(alpha, 1e-3);
    }

    /// Moves the solution to `newLambda`.
    ///
    /// @param previous λ of the present solution, for the strong rule
    /// @return false where `maxit` Newton steps did not reach the optimum
    boolean moveTo(double newLambda, double previous) {
        lambda = newLambda;
        steps = 0;
        Arrays.fill(dependent, false);
        refreshEta();
        if (alpha < 1 && !(hessianLambda < 2 * lambda && lambda < 2 * hessianLambda)) {
            refreshHessian(); // its ridge belongs to another λ
        }
        double strongLambda = 2 * newLambda - previous;
        if (alpha == 0) {
            for (int j = 0; j < design.features; j++) {
                if (candidate(j)) {
                    enter(j);
                }
            }
        }
        double tolerance = COARSE;
        while (steps < maxit) {
            newton(tolerance);
            followResidual();
            int[] violators = violators(strongLambda, true);
            if (violators.length == 0) {
                violators = violators(strongLambda, false);
            }
            if (violators.length == 0 && tolerance == NEGLIGIBLE) {
                return true;
            }
            if (violators.length == 0) {
                tolerance = NEGLIGIBLE;
            }
            for (int j : violators) {
                enter(j);
            }
        }
        return false;
    }

    /// Standardised coefficients, the intercept last where there is one; not to be written.
    double[] coefficients() {
        return b;
    }

    /// The linear predictor without offset; not to be written.
    double[] eta() {
        return eta;
    }

    private double l1(int j) {
        return j == design.features || factors[j] == 0 ? 0 : lambda * alpha * factors[j];
    }

    private double l2(int j) {
        return j == design.features || factors[j] == 0 ? 0 : lambda * (1 - alpha) * ridgeScale * factors[j];
    }

    private boolean candidate(int j) {
        return !isActive[j] && !dependent[j] && design.usable[j] && factors[j] < Double.POSITIVE_INFINITY;
    }

    private double gradientOf(int j) {
        return Vectors.dot(design.z, j * design.cases, residual, 0, design.cases);
    }

    // ---- active set ------------------------------------------------------------------------------------------------

    /// Brings a column in, with the sign of its gradient.
    private void enter(int j) {
        if (hessian.append(j, l2(j))) {
            list(j);
        } else if (l1(j) > 0 && swapIn(j)) {
            list(j);
            refreshEta();
        } else {
            dependent[j] = true;
        }
    }

    private void list(int j) {
        sign[j] = b[j] == 0 ? Math.signum(gradientOf(j)) : Math.signum(b[j]);
        if (size == active.length) {
            active = Arrays.copyOf(active, 2 * size);
        }
        active[size++] = j;
        isActive[j] = true;
    }

    /// A column that is a combination of the active ones can still lower the penalty: it moves against them with the
    /// linear predictor unchanged until one of them reaches zero and leaves.
    private boolean swapIn(int j) {
        double s = Math.signum(gradientOf(j));
        double[] answer = hessian.answerTo(j);
        int leaving = -1;
        double way = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            double move = -s * answer[k];
            if (l1(active[k]) > 0 && move * sign[active[k]] < 0) {
                double reach = Math.abs(b[active[k]] / move);
                if (reach < way) {
                    way = reach;
                    leaving = k;
                }
            }
        }
        if (leaving < 0) {
            return false;
        }
        for (int k = 0; k < size; k++) {
            b[active[k]] -= way * s * answer[k];
        }
        b[j] = way * s;
        sign[j] = s;
        b[active[leaving]] = 0;
        leave(leaving);
        if (!hessian.append(j, l2(j))) {
            b[j] = 0;
            refreshEta();
            return false;
        }
        return true;
    }

    private void leave(int k) {
        hessian.remove(k);
        isActive[active[k]] = false;
        System.arraycopy(active, k + 1, active, k, size - k - 1);
        size--;
    }

    /// Freezes the second derivative at the present η and brings every coefficient that is not zero back in.
    private void refreshHessian() {
        int[] kept = Arrays.copyOf(active, size);
        Arrays.fill(isActive, false);
        size = 0;
        hessian.reset(loss.curvature());
        hessianLambda = lambda;
        for (int j : kept) {
            enterAgain(j);
        }
        for (int j = 0; j < b.length; j++) {
            if (b[j] != 0 && !isActive[j]) {
                enterAgain(j);
            }
        }
    }

    /// Brings a column back under a new second derivative; where it now depends on the others, they take its part.
    private void enterAgain(int j) {
        if (hessian.append(j, l2(j))) {
            list(j);
            return;
        }
        double[] answer = hessian.answerTo(j);
        for (int k = 0; k < size; k++) {
            int other = active[k];
            b[other] += b[j] * answer[k];
            sign[other] = b[other] == 0 ? sign[other] : Math.signum(b[other]);
        }
        b[j] = 0;
        dependent[j] = true;
    }

    private void refreshEta() {
        Arrays.fill(eta, 0);
        for (int k = 0; k < size; k++) {
            Vectors.addScaled(eta, b[active[k]], design.z, active[k] * design.cases, design.cases);
        }
        value = loss.at(eta, residual);
    }

    // ---- Newton ----------------------------------------------------------------------------------------------------

    /// Newton steps over the active columns until a step is below `tolerance` of the largest coefficient.
    private void newton(double tolerance) {
        double lastStep = Double.POSITIVE_INFINITY;
        boolean fresh = false;
        while (steps < maxit) {
            steps++;
            double[] slope = slope();
            double largestSlope = largest(slope);
            int sizeBefore = size;
            int[] before = Arrays.copyOf(active, size);
            double[] from = new double[size];
            for (int k = 0; k < size; k++) {
                from[k] = b[before[k]];
            }
            double penaltyBefore = penalty(before);
            double valueBefore = value;
            minimiseModel(slope);
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
            if (!loss.quadratic() && value + penalty(before) > valueBefore + penaltyBefore + 1e-13 * Math.abs(valueBefore)
                    && step > 1e-7 * scale) {
                shorten(before, from, valueBefore + penaltyBefore);
                refreshHessian();
                fresh = true;
                lastStep = Double.POSITIVE_INFINITY;
                continue;
            }
            if (step <= tolerance * scale || largestSlope <= slopeFloor) {
                return;
            }
            if (size == sizeBefore && step > 0.3 * lastStep) {
                if (fresh && step < 1e-8 * scale) {
                    return; // rounding, not progress
                }
                refreshHessian();
                fresh = true;
                lastStep = Double.POSITIVE_INFINITY;
            } else {
                fresh = false;
                lastStep = size == sizeBefore ? step : Double.POSITIVE_INFINITY;
            }
        }
    }

    /// Minus the gradient of the objective over the active coefficients, each on its side of zero.
    private double[] slope() {
        double[] slope = new double[size];
        for (int k = 0; k < size; k++) {
            int j = active[k];
            slope[k] = gradientOf(j) - l1(j) * sign[j] - l2(j) * b[j];
        }
        return slope;
    }

    /// Minimises the quadratic model; coefficients that reach zero leave the active set.
    ///
    /// @param slope minus the gradient at the present coefficients
    private void minimiseModel(double[] slope) {
        while (size > 0) {
            double[] d = Arrays.copyOf(slope, size);
            hessian.solve(d);
            boolean turnedBack = false;
            for (int k = size - 1; k >= 0; k--) {
                int j = active[k];
                if (b[j] == 0 && l1(j) > 0 && d[k] * sign[j] <= 0) {
                    drop(k, slope);
                    turnedBack = true;
                }
            }
            if (turnedBack) {
                continue;
            }
            double way = 1;
            int leaving = -1;
            for (int k = 0; k < size; k++) {
                int j = active[k];
                if (l1(j) > 0 && (b[j] + d[k]) * sign[j] < 0) {
                    double reach = -b[j] / d[k];
                    if (reach < way) {
                        way = reach;
                        leaving = k;
                    }
                }
            }
            for (int k = 0; k < size; k++) {
                b[active[k]] += way * d[k];
            }
            if (leaving < 0) {
                return;
            }
            for (int k = 0; k < size; k++) {
                slope[k] *= 1 - way;
            }
            b[active[leaving]] = 0;
            drop(leaving, slope);
        }
    }

    private void drop(int k, double[] slope) {
        System.arraycopy(slope, k + 1, slope, k, size - k - 1);
        leave(k);
    }

    /// Goes back along a step that did not lower the objective, halving it until it does.
    private void shorten(int[] columns, double[] from, double objective) {
        double[] to = new double[columns.length];
        for (int k = 0; k < columns.length; k++) {
            to[k] = b[columns[k]];
        }
        for (double part = 0.5; part > 1e-10; part /= 2) {
            Arrays.fill(eta, 0);
            for (int k = 0; k < columns.length; k++) {
                b[columns[k]] = from[k] + part * (to[k] - from[k]);
                Vectors.addScaled(eta, b[columns[k]], design.z, columns[k] * design.cases, design.cases);
            }
            value = loss.at(eta, residual);
            if (value + penalty(columns) <= objective) {
                return;
            }
        }
    }

    private double penalty(int[] columns) {
        double sum = 0;
        for (int j : columns) {
            sum += l1(j) * Math.abs(b[j]) + l2(j) * b[j] * b[j] / 2;
        }
        return sum;
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }

    // ---- screening -------------------------------------------------------------------------------------------------

    /// Adds to `drift` how far the residual has gone, in the norm that bounds the gradients.
    private void followResidual() {
        for (int i = 0; i < residual.length; i++) {
            lastResidual[i] -= residual[i];
        }
        drift += spread(lastResidual);
        System.arraycopy(residual, 0, lastResidual, 0, residual.length);
    }

    /// √Σ r²/w: times the norm of a column, the largest gradient that a residual r can have.
    private double spread(double[] r) {
        double square = 0;
        for (int i = 0; i < r.length; i++) {
            square += r[i] * r[i] * inverseShare[i];
        }
        return Math.sqrt(square);
    }

    /// Columns outside the active set whose gradient exceeds its limit, the worst first; at most as many as a tenth of the
    /// active set and ten, since columns that enter together make most of each other superfluous.
    private int[] violators(double strongLambda, boolean strongOnly) {
        int[] found = new int[16];
        double[] excess = new double[16];
        int count = 0;
        for (int j = 0; j < design.features; j++) {
            if (!candidate(j)) {
                continue;
            }
            double limit = l1(j) * (1 + TOUCH) + 1e-300;
            double bound = Math.abs(gradient[j]) + design.norm[j] * (drift - seenAt[j]);
            if (bound <= limit || (strongOnly && bound < strongLambda * alpha * factors[j])) {
                continue;
            }
            if (seenAt[j] != drift) {
                gradient[j] = gradientOf(j);
                seenAt[j] = drift;
            }
            double over = Math.abs(gradient[j]) - limit;
            if (over > 0) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                    excess = Arrays.copyOf(excess, 2 * count);
                }
                found[count] = j;
                excess[count++] = over / factors[j];
            }
        }
        return worst(found, excess, Math.min(count, Math.max(10, size / 10)), count);
    }

    /// The `wanted` entries of largest excess, by falling excess, ties by column.
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
