package org.trabecula.stats.penalised;

import java.util.Arrays;

/// The coefficients in play: unpenalised ones and those that differ from zero, each penalised one with its sign, and the
/// factorised second derivative over them.
final class ActiveSet {
    private final Design design;
    private final Penalty penalty;
    private final double[] residual;
    private final double[] b;
    private final double[] sign;
    private final boolean[] isActive;
    private final boolean[] dependent;
    private final ActiveHessian hessian;
    private int[] active = new int[16];
    private int size;

    /// @param residual of the solver, read whenever a gradient is needed
    ActiveSet(Design design, Penalty penalty, double[] residual, Loss.Curvature curvature) {
        this.design = design;
        this.penalty = penalty;
        this.residual = residual;
        int coordinates = design.features + (design.intercept ? 1 : 0);
        b = new double[coordinates];
        sign = new double[coordinates];
        isActive = new boolean[coordinates];
        dependent = new boolean[coordinates];
        hessian = new ActiveHessian(design.z, design.cases, curvature);
    }

    int size() {
        return size;
    }

    /// The active columns, in their order; a copy.
    int[] columns() {
        return Arrays.copyOf(active, size);
    }

    /// All coefficients, the intercept last where there is one; written by [#moveTo] and [#minimiseModel] only.
    double[] coefficients() {
        return b;
    }

    /// Whether a column could enter.
    boolean isCandidate(int j) {
        return !isActive[j] && !dependent[j] && design.usable[j] && penalty.factor(j) < Double.POSITIVE_INFINITY;
    }

    /// Lets columns that depended on the active ones try again: at another λ others are active.
    void forgetDependents() {
        Arrays.fill(dependent, false);
    }

    /// Overwrites coefficients on a line between two points.
    void moveTo(int[] columns, double[] from, double[] to, double part) {
        for (int k = 0; k < columns.length; k++) {
            b[columns[k]] = from[k] + part * (to[k] - from[k]);
        }
    }

    /// Brings a column in with the sign of its gradient, or notes that it depends on the others.
    ///
    /// @return whether other coefficients changed, so that the linear predictor is to be summed anew
    boolean enter(int j) {
        if (hessian.append(j, penalty.ridge(j))) {
            list(j);
            return false;
        }
        int leaving = penalty.bend(j) > 0 ? makeRoom(j) : -1;
        if (leaving < 0 || !hessian.append(j, penalty.ridge(j))) {
            b[j] = 0;
            dependent[j] = true;
        } else {
            list(j);
        }
        return leaving >= 0;
    }

    /// Freezes another second derivative and brings every coefficient that is not zero back in.
    void refresh(Loss.Curvature curvature) {
        int[] kept = columns();
        Arrays.fill(isActive, false);
        size = 0;
        hessian.reset(curvature);
        for (int j : kept) {
            enterAgain(j);
        }
        for (int j = 0; j < b.length; j++) {
            if (b[j] != 0 && !isActive[j]) {
                enterAgain(j);
            }
        }
    }

    /// Minus the gradient of the objective over the active coefficients, each on its side of zero.
    double[] slope() {
        double[] slope = new double[size];
        for (int k = 0; k < size; k++) {
            int j = active[k];
            slope[k] = design.gradient(j, residual) - penalty.bend(j) * sign[j] - penalty.ridge(j) * b[j];
        }
        return slope;
    }

    /// Minimises the quadratic model; coefficients that reach zero leave.
    ///
    /// Each round goes towards the minimum of the present set, but only as far as the first coefficient reaches zero; the
    /// slope of the others then shrinks by the share of the way gone.
    ///
    /// @param slope minus the gradient at the present coefficients; overwritten
    void minimiseModel(double[] slope) {
        while (size > 0) {
            double[] d = Arrays.copyOf(slope, size);
            hessian.solve(d);
            if (dropWrongDirections(d, slope)) {
                continue;
            }
            double way = 1;
            int leaving = -1;
            for (int k = 0; k < size; k++) {
                int j = active[k];
                if (penalty.bend(j) > 0 && (b[j] + d[k]) * sign[j] < 0) {
                    double reach = -b[j] / d[k];
                    if (reach < way) {
                        way = reach;
                        leaving = k;
                    }
                }
            }
            for (int k = 0; k < size; k++) {
                b[active[k]] += way * d[k];
                slope[k] *= 1 - way;
            }
            if (leaving < 0) {
                return;
            }
            b[active[leaving]] = 0;
            drop(leaving, slope);
        }
    }

    /// Coefficients at zero that would leave it on the wrong side leave the set at once.
    private boolean dropWrongDirections(double[] d, double[] slope) {
        boolean dropped = false;
        for (int k = size - 1; k >= 0; k--) {
            int j = active[k];
            if (b[j] == 0 && penalty.bend(j) > 0 && d[k] * sign[j] <= 0) {
                drop(k, slope);
                dropped = true;
            }
        }
        return dropped;
    }

    private void drop(int k, double[] slope) {
        System.arraycopy(slope, k + 1, slope, k, size - k - 1);
        leave(k);
    }

    private void list(int j) {
        sign[j] = b[j] == 0 ? Math.signum(design.gradient(j, residual)) : Math.signum(b[j]);
        if (size == active.length) {
            active = Arrays.copyOf(active, 2 * size);
        }
        active[size++] = j;
        isActive[j] = true;
    }

    private void leave(int k) {
        hessian.remove(k);
        isActive[active[k]] = false;
        System.arraycopy(active, k + 1, active, k, size - k - 1);
        size--;
    }

    /// A column that is a combination of the active ones can still lower the penalty: it moves against them with the
    /// linear predictor unchanged until one of them reaches zero and leaves.
    ///
    /// @return the column that left; −1 where none would, with nothing changed
    private int makeRoom(int j) {
        double s = Math.signum(design.gradient(j, residual));
        double[] answer = hessian.answerTo(j);
        int leaving = -1;
        double way = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            double move = -s * answer[k];
            if (penalty.bend(active[k]) > 0 && move * sign[active[k]] < 0) {
                double reach = Math.abs(b[active[k]] / move);
                if (reach < way) {
                    way = reach;
                    leaving = k;
                }
            }
        }
        if (leaving < 0) {
            return -1;
        }
        for (int k = 0; k < size; k++) {
            b[active[k]] -= way * s * answer[k];
        }
        b[j] = way * s;
        int left = active[leaving];
        b[left] = 0;
        leave(leaving);
        return left;
    }

    /// Brings a column back under a new second derivative; where it now depends on the others, they take its part.
    private void enterAgain(int j) {
        if (hessian.append(j, penalty.ridge(j))) {
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
}
