package org.trabecula.learn.exploration;

import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.Alignment;
import org.trabecula.stats.penalised.CrossValidated;
import org.trabecula.stats.penalised.CrossValidation;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.penalised.Measure;

/// Penalised regression of a whole table with its lambda by cross-validation, in the two ways that papers report: glmnet's and
/// scikit-learn's.
public final class PenalisedRegression {
    private PenalisedRegression() {}

    /// As `cv.glmnet`.
    ///
    /// @param grouped whether mean and error are over folds, not cases
    public static CrossValidated elasticNet(
            ElasticNet net, Matrix x, ResponseColumns y, FoldRule folds, Measure measure, boolean grouped, Alignment alignment, int jobs) {
        return new CrossValidation(measure, folds.of(x.rows()))
                .withGrouped(grouped)
                .withAlignment(alignment)
                .withJobs(jobs)
                .fit(net, x, y.response());
    }

    /// As scikit-learn's `LassoCV`, with its largest lambdas made from the data.
    ///
    /// @param count    of lambdas
    /// @param minRatio the smallest over the largest
    public static LassoCv.Fit lassoCv(
            Matrix x, double[] y, FoldRule folds, LassoCv.Scaling scaling, boolean intercept, int count, double minRatio, int jobs) {
        return cv(x, folds, scaling, intercept, jobs).withGrid(count, minRatio).fit(x, y);
    }

    /// The same over given lambdas.
    public static LassoCv.Fit lassoCv(
            Matrix x, double[] y, FoldRule folds, LassoCv.Scaling scaling, boolean intercept, double[] lambdas, int jobs) {
        return cv(x, folds, scaling, intercept, jobs).withGrid(lambdas).fit(x, y);
    }

    private static LassoCv cv(Matrix x, FoldRule folds, LassoCv.Scaling scaling, boolean intercept, int jobs) {
        return new LassoCv(folds.of(x.rows())).withScaling(scaling).withIntercept(intercept).withJobs(jobs);
    }
}
