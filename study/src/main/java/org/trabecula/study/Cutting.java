package org.trabecula.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.evaluation.Scores;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Cutoffs;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// Protocol, step 16: a cut-off per model where sensitivity + specificity is largest among the training cases' scores.
final class Cutting {
    private Cutting() {}

    static Map<String, Cutoff> youden(List<Scores> training) {
        Map<String, Cutoff> cutoffs = new LinkedHashMap<>();
        for (Scores scores : training) {
            RocCurve curve = RocCurve.of(
                    Outcome.ofZeroOne("outcome", scores.outcomes()), scores.scores(), Direction.CASES_HIGHER);
            cutoffs.put(scores.model(), Cutoffs.youden(curve));
        }
        return cutoffs;
    }
}
