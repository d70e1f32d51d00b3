package org.trabecula.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.AucInterval;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.DeLong;

/// One model's area among the cases of one group.
///
/// @param by        what divides the cases, such as `age`
/// @param group     such as `50–64`
/// @param n         cases of the group that have a score
/// @param positives of them
/// @param patients  of them
/// @param auc       with the limits that are reported; empty where a class has too few cases
/// @param method    of the limits
public record Subgroup(
        String by,
        String group,
        String model,
        Scores.Part part,
        Scores.Kind kind,
        int n,
        int positives,
        int patients,
        Optional<AucEstimate> auc,
        AucInterval.Method method) {

    /// Every model in every group, in the order of scores and groups; scores that were fitted to the very cases are left out.
    ///
    /// @param smallest cases that each class needs
    public static List<Subgroup> of(List<Scores> all, List<Grouping> groupings, int smallest, EvaluationSettings settings) {
        List<Subgroup> found = new ArrayList<>();
        for (Grouping grouping : groupings) {
            for (String group : grouping.groups()) {
                for (Scores scores : all) {
                    if (scores.kind() != Scores.Kind.IN_SAMPLE) {
                        found.add(of(scores, grouping, group, smallest, settings));
                    }
                }
            }
        }
        return found;
    }

    private static Subgroup of(Scores scores, Grouping grouping, String group, int smallest, EvaluationSettings settings) {
        int[] rows = grouping.rowsOf(group, scores.rows().ids());
        LabelledRows own = scores.rows().select(rows);
        Outcome outcome = own.outcome();
        boolean few = Math.min(outcome.cases(), outcome.controls()) < smallest;
        Optional<AucInterval> interval = Optional.empty();
        Optional<AucEstimate> auc = Optional.empty();
        if (!few) {
            double[] values = Arrays.stream(rows).mapToDouble(row -> scores.scores()[row]).toArray();
            AucEstimate estimate = own.isGrouped()
                    ? ClusteredDeLong.estimate(outcome, values, own.clusters(), settings.direction(), settings.level())
                    : DeLong.estimate(outcome, values, settings.direction(), settings.level());
            interval = Optional.of(AucInterval.of(estimate, outcome, own.clusters()));
            auc = interval.map(estimate::within);
        }
        return new Subgroup(
                grouping.by(), group, scores.model(), scores.part(), scores.kind(), own.size(), outcome.cases(),
                own.clusters().count(), auc, interval.map(AucInterval::method).orElse(AucInterval.Method.NONE));
    }
}
