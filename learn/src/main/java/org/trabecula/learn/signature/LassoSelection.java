package org.trabecula.learn.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.learn.Folds;
import org.trabecula.learn.LearnProblem;
import org.trabecula.learn.Training;
import org.trabecula.learn.step.Columns;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.Coefficients;
import org.trabecula.stats.penalised.CrossValidated;
import org.trabecula.stats.penalised.CrossValidation;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.penalised.LassoPath;
import org.trabecula.stats.penalised.Measure;
import org.trabecula.stats.penalised.Response;

/// The LASSO with λ by cross-validation (P12; protocol, step 8): binomial, over patients ([#fit]), or as the published study did it
/// ([#leastSquares]).
public final class LassoSelection {
    /// Which λ of the cross-validation is taken.
    public enum Choice {
        /// The best mean loss.
        MIN,
        /// The largest λ within one standard error of it.
        ONE_SE
    }

    private LassoSelection() {}

    /// @param signature the linear score of the features kept
    /// @param trace     for the figures
    public record Result(Signature signature, LassoTrace trace) {}

    /// Binomial, by deviance.
    ///
    /// @param folds of the same training cases
    public static Result fit(Training training, Folds folds, Choice choice, int jobs) {
        Matrix x = Columns.matrix(training.table());
        CrossValidated curve = new CrossValidation(Measure.DEVIANCE, folds.assignment())
                .withJobs(jobs)
                .fit(ElasticNet.binomial(), x, Response.of(training.outcome().zeroOne()));
        return chosen(
                training, new Curve(curve.path(), curve.lambdas(), curve.mean(), curve.sd(), curve.lambdaMin(), curve.lambda1se()),
                choice);
    }

    /// As scikit-learn's LassoCV (D2): least squares on the outcome as 0 and 1, λ by the mean squared error over folds. The z-scores before
    /// them have seen the folds, and contiguous ones take the training cases as they come, whomever they belong to: it is for the preset
    /// `as-published`.
    ///
    /// @param how the folds of the training cases, and the values of λ
    public static Result leastSquares(Training training, LassoCv how, Choice choice, int jobs) {
        LassoCv.Fit fit = how.withJobs(jobs)
                .fit(Columns.matrix(training.table()), training.outcome().zeroOne());
        return chosen(
                training,
                new Curve(fit.path(), fit.path().lambdas(), fit.mean(), fit.standardErrors(), fit.alpha(), fit.alpha1se()), choice);
    }

    /// What a cross-validation says of every λ.
    private record Curve(LassoPath path, double[] lambdas, double[] mean, double[] sd, double min, double oneSe) {}

    private static Result chosen(Training training, Curve curve, Choice choice) {
        LassoPath path = curve.path();
        double lambda = choice == Choice.MIN ? curve.min() : curve.oneSe();
        Coefficients chosen = path.coefficientsAt(lambda);
        String note = "";
        if (chosen.count() == 0) {
            int first = firstWithFeature(path);
            note = String.format(
                    Locale.ROOT,
                    "cross-validation kept no feature at lambda %.5g; the largest lambda that keeps one was taken: %.5g",
                    lambda, path.lambda(first));
            lambda = path.lambda(first);
            chosen = path.coefficients(first);
        }
        return new Result(signature(training.table().names(), chosen, lambda, note), trace(training, curve, lambda));
    }

    /// The signature that a set of coefficients is.
    public static Signature signature(List<String> names, Coefficients chosen, double lambda, String note) {
        List<String> kept = new ArrayList<>();
        for (int column : chosen.columns()) {
            kept.add(names.get(column));
        }
        return new Signature(chosen.intercept(), kept, chosen.values(), lambda, note);
    }

    /// The path always ends with features in it unless no column carries anything at all.
    private static int firstWithFeature(LassoPath path) {
        for (int at = 0; at < path.size(); at++) {
            if (path.df(at) > 0) {
                return at;
            }
        }
        throw new InputException(new Problem(
                LearnProblem.NO_FEATURE_LEFT, "LASSO", "no coefficient at any lambda",
                "features that differ between the classes", "check that features and outcomes belong together"));
    }

    private static LassoTrace trace(Training training, Curve curve, double taken) {
        LassoPath path = curve.path();
        TreeSet<Integer> ever = new TreeSet<>();
        List<Coefficients> steps = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            Coefficients step = path.coefficients(at);
            steps.add(step);
            for (int column : step.columns()) {
                ever.add(column);
            }
        }
        List<String> names = new ArrayList<>();
        double[][] coefficients = new double[ever.size()][path.size()];
        int row = 0;
        for (int column : ever) {
            names.add(training.table().names().get(column));
            for (int at = 0; at < path.size(); at++) {
                coefficients[row][at] = steps.get(at).of(column);
            }
            row++;
        }
        return new LassoTrace(
                path.lambdas(), names, coefficients, curve.lambdas(), curve.mean(), curve.sd(), curve.min(), curve.oneSe(), taken);
    }
}
