package org.trabecula.stats.penalised;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.resampling.FoldAssignment;

/// Cross-validation of an elastic net by the rules of `cv.glmnet`.
///
/// Each fold is fitted on its own λ sequence (or the given one), standardised within its own cases, and its coefficients
/// are carried over to the sequence of all cases ([Alignment]). Then, with `grouped`, the loss of the held-out cases is
/// averaged within each fold by case weight, and mean and standard error are taken over folds by their weight:
/// `mean = Σ W_f m_f / Σ W_f`, `sd = √(Σ W_f (m_f − mean)² / Σ W_f / (K − 1))`; without it the same over cases with n − 1.
/// AUC and C are taken within each fold. Cox deviance, grouped: deviance of all cases less that of the training cases,
/// both at the fold's coefficients, divided by the held-out weight of events; not grouped: deviance of the held-out cases.
/// A fold without a value (one class only) is left out of mean and sd.
///
/// As glmnet does, `grouped` is given up where folds have fewer than 3 cases on average, AUC gives way to deviance below
/// 10; both are noted in the result.
///
/// @param jobs threads; the result does not depend on it
public record CrossValidation(Measure measure, FoldAssignment folds, boolean grouped, Alignment alignment, int jobs) {
    public CrossValidation {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1, got " + jobs);
        }
    }

    /// glmnet's defaults on one thread.
    public CrossValidation(Measure measure, FoldAssignment folds) {
        this(measure, folds, true, Alignment.LAMBDA, 1);
    }

    public CrossValidation withGrouped(boolean newGrouped) {
        return new CrossValidation(measure, folds, newGrouped, alignment, jobs);
    }

    public CrossValidation withAlignment(Alignment newAlignment) {
        return new CrossValidation(measure, folds, grouped, newAlignment, jobs);
    }

    public CrossValidation withJobs(int newJobs) {
        return new CrossValidation(measure, folds, grouped, alignment, newJobs);
    }

    /// Fits the path on all cases and on each fold's training cases, and compares.
    ///
    /// @throws InputException FIT-010 for folds of another number of cases, FIT-017 for a measure of another family, and
    ///     what [ElasticNet#fit] refuses, naming the fold
    public CrossValidated fit(ElasticNet net, Matrix x, Response response) {
        if (folds.cases() != x.rows()) {
            throw new InputException(new Problem(FitProblem.FOLDS, "the folds", folds.cases() + " cases",
                    x.rows() + " cases, as in the features", "give a fold for every case"));
        }
        if (!measure.fits(net.family())) {
            throw new InputException(new Problem(FitProblem.MEASURE, "the cross-validation",
                    measure + " for the family " + net.family(),
                    "deviance, mse, mae (gaussian), also class and auc (binomial), deviance or C (cox)",
                    "choose deviance"));
        }
        List<String> notes = new ArrayList<>();
        double perFold = (double) x.rows() / folds.count();
        Measure used = measure;
        if (measure == Measure.AUC && perFold < 10) {
            used = Measure.DEVIANCE;
            notes.add("fewer than 10 cases a fold: deviance instead of auc, as glmnet does");
        }
        boolean byFold = grouped;
        if (grouped && perFold < 3) {
            byFold = false;
            notes.add("fewer than 3 cases a fold: means over cases instead of folds, as glmnet does");
        }
        LassoPath path = net.fit(x, response);
        double[][] predictors = new double[path.size()][x.rows()];
        List<Coefficients[]> fitted = Parallel.map(folds.count(), jobs, fold -> foldFit(net, x, response, path, fold));
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] rows = folds.heldOut(fold);
            Matrix held = x.selectRows(rows);
            for (int k = 0; k < path.size(); k++) {
                double[] eta = fitted.get(fold)[k].linearPredictor(held);
                for (int i = 0; i < rows.length; i++) {
                    predictors[k][rows[i]] = eta[i] + response.offsets()[rows[i]];
                }
            }
        }
        CrossLosses losses = CrossLosses.of(used, byFold, net, x, response, folds, fitted, predictors);
        return CrossValidated.of(used, path, losses, predictors, notes);
    }

    /// The fold's coefficients at every λ of the whole path.
    private Coefficients[] foldFit(ElasticNet net, Matrix x, Response response, LassoPath path, int fold) {
        int[] rows = folds.training(fold);
        LassoPath own;
        try {
            own = net.fit(x.selectRows(rows), response.select(rows));
        } catch (InputException refused) {
            throw refused.at("fold " + fold + " held out");
        }
        Coefficients[] at = new Coefficients[path.size()];
        for (int k = 0; k < at.length; k++) {
            at[k] = switch (alignment) {
                case LAMBDA -> own.coefficientsAt(path.lambda(k));
                case FRACTION -> own.coefficients(Math.min(k, own.size() - 1));
            };
        }
        return at;
    }
}
