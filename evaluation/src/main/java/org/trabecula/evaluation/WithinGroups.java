package org.trabecula.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.StratifiedAuc;

/// One model's area when a case is compared only with controls of its own group, over all groups together: what is left of it where
/// the grouping variable cannot help.
///
/// @param by        what divides the cases, such as `age`
/// @param n         cases in groups that hold both classes
/// @param positives of them
/// @param auc       with the interval of patients drawn; NaN where a class has too few of these cases
public record WithinGroups(String by, String model, Scores.Part part, Scores.Kind kind, int n, int positives, BootstrapInterval auc) {
    /// @param smallest   cases that each class needs in the groups that hold both
    /// @param replicates draws of patients
    public static List<WithinGroups> of(
            List<Scores> all, Grouping grouping, int smallest, int replicates, EvaluationSettings settings, RandomStreams random, int jobs) {
        List<WithinGroups> found = new ArrayList<>();
        for (Scores scores : all) {
            if (scores.kind() == Scores.Kind.IN_SAMPLE) {
                continue;
            }
            int[] group = grouping.numbers(scores.rows().ids());
            int n = 0;
            int positives = 0;
            for (int number = 0; number < grouping.groups().size(); number++) {
                int wanted = number;
                Outcome own = scores.outcome().select(
                        IntStream.range(0, group.length).filter(row -> group[row] == wanted).toArray());
                n += own.hasBothClasses() ? own.size() : 0;
                positives += own.hasBothClasses() ? own.cases() : 0;
            }
            found.add(new WithinGroups(
                    grouping.by(), scores.model(), scores.part(), scores.kind(), n, positives,
                    Math.min(positives, n - positives) < smallest ? none(settings.level()) : StratifiedAuc.of(
                            scores.outcome(), scores.scores(), group, scores.clusters(), settings.direction(), replicates,
                            settings.level(),
                            random.within("bootstrap/within " + grouping.by() + "/" + scores.model() + "/" + scores.kind().label()),
                            jobs)));
        }
        return found;
    }

    private static BootstrapInterval none(double level) {
        return new BootstrapInterval(Double.NaN, Double.NaN, Double.NaN, Double.NaN, level, 0, 0);
    }
}
