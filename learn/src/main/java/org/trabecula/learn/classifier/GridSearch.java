package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingScores;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// What a grid search found (protocol, step 14): the candidate with the largest mean AUC over folds; of equals the simplest,
/// which stands first in [Grids].
///
/// @param classifier the kind
/// @param best       the chosen candidate
/// @param tried      the candidates, simplest first
/// @param meanAuc    one per candidate; NaN when no fold held both classes
public record GridSearch(
        Classifier classifier,
        @SettingsByName ClassifierSettings best,
        @SettingsByName List<ClassifierSettings> tried,
        double[] meanAuc) {
    /// Mean AUCs nearer than this are equal: they differ by the order of their additions only.
    static final double ROUNDING = 1e-12;

    public GridSearch {
        tried = List.copyOf(tried);
        if (tried.size() != meanAuc.length || !tried.contains(best)) {
            throw new IllegalArgumentException(tried.size() + " candidates, " + meanAuc.length + " mean AUCs, best " + best);
        }
        for (double auc : meanAuc) {
            if (auc < 0 || auc > 1) {
                throw new IllegalArgumentException("a mean AUC lies between 0 and 1, got " + auc);
            }
        }
    }

    /// @param candidates of the classifier, at least one
    /// @param folds      of the training cases, with the signature's features
    /// @param jobs       threads; the result does not depend on it
    public static GridSearch over(Classifier classifier, List<ClassifierSettings> candidates, Folds folds, int jobs) {
        double[] aucs = Parallel.map(
                        candidates.size() * folds.count(), jobs,
                        task -> auc(folds, task % folds.count(), candidates.get(task / folds.count())))
                .stream()
                .mapToDouble(auc -> auc)
                .toArray();
        double[] means = new double[candidates.size()];
        int best = 0;
        for (int candidate = 0; candidate < means.length; candidate++) {
            means[candidate] = mean(aucs, candidate * folds.count(), folds.count());
            if (means[candidate] > means[best] + ROUNDING || Double.isNaN(means[best])) {
                best = candidate;
            }
        }
        return new GridSearch(classifier, candidates.get(best), candidates, means);
    }

    /// Mean AUC of the chosen candidate over the folds; NaN when no fold held both classes. It was the largest of many, so it
    /// is optimistic.
    public double bestAuc() {
        return meanAuc[tried.indexOf(best)];
    }

    /// The chosen candidate, fitted.
    public FittedClassifier fit(Training training) {
        return best.fit(training);
    }

    /// Decision values of every training case from the fold that held it out.
    public TrainingScores outOfFold(Folds folds, int jobs) {
        return folds.outOfFold(jobs, part -> best.fit(part)::score);
    }

    private static double auc(Folds folds, int fold, ClassifierSettings settings) {
        Outcome outcome = folds.heldOut(fold).outcome();
        if (!outcome.hasBothClasses()) {
            return Double.NaN;
        }
        double[] scores = settings.fit(folds.fitPart(fold)).score(folds.heldOutRows(fold));
        return RocCurve.of(outcome, scores, Direction.CASES_HIGHER).auc();
    }

    /// Over the folds that hold both classes.
    private static double mean(double[] values, int from, int count) {
        double sum = 0;
        int known = 0;
        for (int at = from; at < from + count; at++) {
            if (!Double.isNaN(values[at])) {
                sum += values[at];
                known++;
            }
        }
        return sum / known;
    }
}
