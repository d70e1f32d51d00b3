package org.trabecula.stats.penalised;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.resampling.FoldAssignment;

/// Least-squares lasso with cross-validated penalty in the form of scikit-learn's `LassoCV`, for a number or a 0/1 outcome
/// taken as a number.
///
/// ```
/// minimise  1/(2n) Σ_i (y_i − b_0 − x_i b)² + a Σ_j |b_j|
/// ```
///
/// Grid: from a_max = max_j |x_jᵀ(y − ȳ)|/n of all cases down to `eps · a_max` in equal steps of the logarithm, the same in
/// every fold; or a given one. Each fold is fitted on the others, the squared error of its cases is averaged within the
/// fold, then plainly over folds; the a of the smallest mean wins, the largest of equal ones. There is no one-standard-error
/// rule in scikit-learn; [Fit#alpha1se] adds the usual one.
///
/// Solved to the optimum; scikit-learn stops at a duality gap of 1e-4 of yᵀy, which moves its errors in the fourth digit.
///
/// Source: scikit-learn 1.2 user guide, section 1.1.3; Pedregosa et al. 2011.
///
/// @param folds     usually [FoldAssignment#contiguous], as scikit-learn's `cv=10` has it
/// @param scaling   what is done to the columns first
/// @param intercept whether b_0 is fitted (and columns centred within the fitted cases)
/// @param alphas    number of values of the made grid
/// @param eps       its smallest value as a share of its largest
/// @param grid      the grid to use; empty: one is made
/// @param jobs      threads; the result does not depend on it
public record LassoCv(
        FoldAssignment folds, Scaling scaling, boolean intercept, int alphas, double eps, List<Double> grid, int jobs) {
    /// What is done to the columns before the fit. Standard deviations are 1/n ones.
    public enum Scaling {
        /// Nothing, as `LassoCV` itself.
        AS_GIVEN,
        /// z-scores over all cases, as `StandardScaler` before `LassoCV`: held-out cases have then had a say in the scale.
        ALL_CASES,
        /// z-scores over the cases that are fitted, in every fold anew.
        WITHIN_FOLDS
    }

    public LassoCv {
        if (jobs < 1 || alphas < 1 || !(eps > 0 && eps < 1)) {
            throw new IllegalArgumentException(
                    "jobs and alphas must be at least 1 and eps between 0 and 1, got " + jobs + ", " + alphas + ", " + eps);
        }
        grid = List.copyOf(grid);
        PenaltyChecks.lambdas(grid);
    }

    /// scikit-learn's defaults on columns as given: 100 values down to 0.001 of the largest, with intercept, one thread.
    public LassoCv(FoldAssignment folds) {
        this(folds, Scaling.AS_GIVEN, true, 100, 1e-3, List.of(), 1);
    }

    public LassoCv withScaling(Scaling newScaling) {
        return new LassoCv(folds, newScaling, intercept, alphas, eps, grid, jobs);
    }

    public LassoCv withIntercept(boolean newIntercept) {
        return new LassoCv(folds, scaling, newIntercept, alphas, eps, grid, jobs);
    }

    public LassoCv withGrid(double... newGrid) {
        return new LassoCv(folds, scaling, intercept, alphas, eps, Arrays.stream(newGrid).boxed().toList(), jobs);
    }

    public LassoCv withGrid(int count, double smallestShare) {
        return new LassoCv(folds, scaling, intercept, count, smallestShare, List.of(), jobs);
    }

    public LassoCv withJobs(int newJobs) {
        return new LassoCv(folds, scaling, intercept, alphas, eps, grid, newJobs);
    }

    /// The chosen fit and the errors behind the choice.
    ///
    /// @param path  solutions over all cases at every value of the grid, coefficients of the columns as given
    /// @param mse   `mse[k][fold]`, at the falling values of the path
    /// @param mean  plain means over folds
    /// @param index of the chosen value
    public record Fit(LassoPath path, double[][] mse, double[] mean, int index) {
        /// The chosen penalty.
        public double alpha() {
            return path.lambda(index);
        }

        public Coefficients coefficients() {
            return path.coefficients(index);
        }

        /// Index of the largest penalty whose mean is within one standard error (sd over folds with K − 1, over √K) of the
        /// smallest mean.
        public int index1se() {
            double limit = mean[index] + standardError(index);
            int k = 0;
            while (mean[k] > limit) {
                k++;
            }
            return k;
        }

        /// Standard errors of the means: sd over folds with K − 1, over √K.
        public double[] standardErrors() {
            double[] errors = new double[mean.length];
            Arrays.setAll(errors, this::standardError);
            return errors;
        }

        private double standardError(int k) {
            double sum = 0;
            for (double error : mse[k]) {
                sum += (error - mean[k]) * (error - mean[k]);
            }
            return Math.sqrt(sum / (mse[k].length - 1) / mse[k].length);
        }

        public double alpha1se() {
            return path.lambda(index1se());
        }
    }

    /// @param y one number per row
    /// @throws InputException for data that [ElasticNet#fit] refuses, and for folds of another number of cases
    public Fit fit(Matrix x, double[] y) {
        if (folds.cases() != x.rows()) {
            throw new InputException(new Problem(FitProblem.FOLDS, "the folds", folds.cases() + " cases",
                    x.rows() + " cases, as in the features", "give a fold for every case"));
        }
        PenaltyChecks.data(ElasticNet.gaussian(), x, Response.of(y));
        Matrix columns = x;
        Design zScores = null;
        if (scaling == Scaling.ALL_CASES) {
            zScores = new Design(x, equalShares(x.rows()), true, true, false);
            columns = new Matrix(x.rows(), x.columns(), zScores.z);
        }
        boolean within = scaling == Scaling.WITHIN_FOLDS;
        double[] values = grid.isEmpty() ? made(columns, y) : grid.stream().mapToDouble(Double::doubleValue).toArray();
        ElasticNet net = ElasticNet.gaussian().withIntercept(intercept).withStandardize(within).withLambdas(values);
        LassoPath whole = net.fit(columns, y);
        double[][] mse = errors(net, columns, y, whole);
        double[] mean = new double[mse.length];
        int best = 0;
        for (int k = 0; k < mse.length; k++) {
            mean[k] = Arrays.stream(mse[k]).sum() / folds.count();
            if (mean[k] < mean[best]) {
                best = k;
            }
        }
        return new Fit(zScores == null ? whole : whole.ofColumnsBefore(zScores), mse, mean, best);
    }

    private double[][] errors(ElasticNet net, Matrix x, double[] y, LassoPath whole) {
        List<double[]> byFold = Parallel.map(folds.count(), jobs, fold -> {
            int[] training = folds.training(fold);
            int[] held = folds.heldOut(fold);
            Response response = Response.of(y);
            LassoPath path = net.fit(x.selectRows(training), response.select(training));
            Matrix heldRows = x.selectRows(held);
            double[] errors = new double[whole.size()];
            for (int k = 0; k < errors.length; k++) {
                double[] eta = path.coefficients(k).linearPredictor(heldRows);
                double sum = 0;
                for (int i = 0; i < held.length; i++) {
                    double e = y[held[i]] - eta[i];
                    sum += e * e;
                }
                errors[k] = sum / held.length;
            }
            return errors;
        });
        double[][] mse = new double[whole.size()][folds.count()];
        for (int fold = 0; fold < folds.count(); fold++) {
            for (int k = 0; k < mse.length; k++) {
                mse[k][fold] = byFold.get(fold)[k];
            }
        }
        return mse;
    }

    /// `eps · a_max … a_max`, falling.
    private double[] made(Matrix x, double[] y) {
        int n = x.rows();
        double[] share = equalShares(n);
        Design design = new Design(x, share, intercept, scaling == Scaling.WITHIN_FOLDS, intercept);
        double mean = intercept ? Vectors.dot(share, 0, y, 0, n) : 0;
        double[] residual = new double[n];
        for (int i = 0; i < n; i++) {
            residual[i] = share[i] * (y[i] - mean);
        }
        double largest = 0;
        for (int j = 0; j < x.columns(); j++) {
            largest = Math.max(largest, Math.abs(Vectors.dot(design.z, j * n, residual, 0, n)));
        }
        double[] made = new double[alphas];
        for (int k = 0; k < alphas; k++) {
            made[k] = alphas == 1 ? largest : largest * Math.pow(eps, (double) k / (alphas - 1));
        }
        return made;
    }

    private static double[] equalShares(int cases) {
        double[] share = new double[cases];
        Arrays.fill(share, 1.0 / cases);
        return share;
    }
}
