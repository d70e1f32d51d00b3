package org.trabecula.learn.model;

import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Subject;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.table.FeatureTable;

/// Grid search (protocol, step 14): the settings with the largest mean AUC over folds; of equals the simplest, which
/// stands first in [Svm#grid].
public final class SvmSearch {
    private SvmSearch() {}

    /// What a grid search found.
    ///
    /// @param best    the chosen settings
    /// @param tried   the candidates, simplest first
    /// @param meanAuc one per candidate; NaN when no fold held both classes
    public record Result(SvmSettings best, List<SvmSettings> tried, double[] meanAuc) {}

    /// @param jobs threads; the result does not depend on it
    public static Result search(Folds folds, List<SvmSettings> candidates, int jobs) {
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
            if (means[candidate] > means[best] + 1e-12 || Double.isNaN(means[best])) {
                best = candidate;
            }
        }
        return new Result(candidates.get(best), candidates, means);
    }

    /// Decision values of every training case from the fold that held it out, in the order of the cases.
    public static double[] outOfFold(Folds folds, SvmSettings settings, int jobs) {
        int[] foldOf = folds.foldOf();
        List<double[]> held = Parallel.map(
                folds.count(), jobs, fold -> Svm.fit(folds.fitPart(fold), settings).score(folds.heldOutRows(fold)));
        int[] next = new int[folds.count()];
        double[] values = new double[foldOf.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = held.get(foldOf[row])[next[foldOf[row]]++];
        }
        return values;
    }

    private static double auc(Folds folds, int fold, SvmSettings settings) {
        List<Subject> held = folds.heldOut(fold);
        long positives = held.stream().filter(s -> s.outcome() == 1).count();
        if (positives == 0 || positives == held.size()) {
            return Double.NaN;
        }
        FeatureTable rows = folds.heldOutRows(fold);
        double[] scores = Svm.fit(folds.fitPart(fold), settings).score(rows);
        double[] outcome = held.stream().mapToDouble(Subject::outcome).toArray();
        return RocCurve.of(Outcome.ofZeroOne("outcome", outcome), scores, Direction.CASES_HIGHER).auc();
    }

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
