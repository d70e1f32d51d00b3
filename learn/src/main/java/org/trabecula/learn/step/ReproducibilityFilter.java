package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.trabecula.learn.Training;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.table.FeatureTable;

/// Keeps features that two outlines of the same vertebra agree on (P10; protocol, step 3).
public final class ReproducibilityFilter {
    private ReproducibilityFilter() {}

    /// What was compared and what came of it.
    ///
    /// @param selection   the features kept
    /// @param comparisons what was compared, such as `same reader, 24 cases`
    /// @param verdicts    one per feature, in table order
    public record Result(Selection selection, List<String> comparisons, List<ReproducibilityRule.Verdict> verdicts) {}

    /// Compares the training cases' features with those of their second outlines.
    ///
    /// @param again features from second outlines, one table per comparison (same reader, other reader); cases that are not
    ///              in `training` are not looked at
    /// @param names of the comparisons
    public static Result fit(
            Training training, List<FeatureTable> again, List<String> names, ReproducibilityRule rule, int jobs) {
        List<List<Matrix>> comparisons = new ArrayList<>();
        List<String> described = new ArrayList<>();
        for (int at = 0; at < again.size(); at++) {
            FeatureTable second = again.get(at);
            Predicate<String> outlinedTwice = second::hasCase;
            List<String> both = training.table().caseIds().stream().filter(outlinedTwice).toList();
            comparisons.add(List.of(
                    Columns.matrix(training.table().cases(both)),
                    Columns.matrix(second.cases(both).select(training.table().names()))));
            described.add(names.get(at) + ", " + both.size() + " cases");
        }
        List<ReproducibilityRule.Verdict> verdicts = rule.judge(comparisons, jobs);
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (ReproducibilityRule.Verdict verdict : verdicts) {
            String feature = training.table().names().get(verdict.feature());
            if (verdict.kept()) {
                kept.add(feature);
            } else {
                dropped.add(new Dropped(feature, reason(rule, names, verdict)));
            }
        }
        return new Result(new Selection("icc", kept, dropped), described, verdicts);
    }

    private static String reason(ReproducibilityRule rule, List<String> names, ReproducibilityRule.Verdict verdict) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            parts.add(String.format(Locale.ROOT, "%.3f %s", verdict.byComparison().get(at).icc(), names.get(at)));
        }
        return rule.form().label() + " " + String.join(", ", parts);
    }
}
