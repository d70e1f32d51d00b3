package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.learn.Training;
import org.trabecula.stats.correlation.CorrelatedPairs;
import org.trabecula.stats.correlation.Redundancy;

/// Of features that say the same, keep one (P11; protocol, step 7): Spearman's rho of all pairs among the training cases.
public final class RedundancyFilter {
    /// Which of a redundant pair goes.
    public enum Rule {
        /// Again and again the feature with the most remaining partners; our stated rule.
        MOST_REDUNDANT,
        /// The usual platform loop: a feature correlated with an earlier kept one.
        LATER_OF_PAIR
    }

    private RedundancyFilter() {}

    /// @param above |rho| beyond which two features are redundant
    /// @param jobs  threads; the result does not depend on it
    public static Selection fit(Training training, double above, Rule rule, int jobs) {
        CorrelatedPairs pairs = CorrelatedPairs.spearman(Columns.matrix(training.table()), above, jobs);
        Redundancy.Result result =
                switch (rule) {
                    case MOST_REDUNDANT -> Redundancy.mostRedundant(pairs);
                    case LATER_OF_PAIR -> Redundancy.laterOfPair(pairs);
                };
        return selection("redundancy", training.table().names(), result);
    }

    /// What a redundancy rule kept and left out, as a step.
    ///
    /// @param by which filter, as [Selection] names it
    public static Selection selection(String by, List<String> names, Redundancy.Result result) {
        List<String> kept = new ArrayList<>();
        result.kept().stream().sorted().forEach(column -> kept.add(names.get(column)));
        List<Dropped> dropped = new ArrayList<>();
        for (Redundancy.Removed removed : result.removed()) {
            dropped.add(new Dropped(
                    names.get(removed.column()),
                    String.format(Locale.ROOT, "rho %.3f with %s", removed.r(), names.get(removed.because()))));
        }
        return new Selection(by, kept, dropped);
    }
}
