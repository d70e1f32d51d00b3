package org.trabecula.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Cutoffs;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// Which cut-offs are chosen on training scores; each has a key that names it in documents. Youden's always comes first.
///
/// @param sensitivities to be kept, shares
/// @param specificities to be kept, shares
/// @param thresholds    given from outside
public record CutoffRules(List<Double> sensitivities, List<Double> specificities, List<Double> thresholds) {
    /// Key of the cut-off where sensitivity + specificity is largest, which figures and reports show.
    public static final String YOUDEN = "youden";

    /// Youden's alone, as the protocol has it.
    public static final CutoffRules YOUDEN_ONLY = new CutoffRules(List.of(), List.of(), List.of());

    public CutoffRules {
        sensitivities = List.copyOf(sensitivities);
        specificities = List.copyOf(specificities);
        thresholds = List.copyOf(thresholds);
    }

    /// The cut-offs by key.
    public Map<String, Cutoff> choose(Scores training, Direction direction) {
        return choose(training, RocCurve.of(training.outcome(), training.scores(), direction));
    }

    /// The same from the scores' curve.
    Map<String, Cutoff> choose(Scores training, RocCurve curve) {
        Map<String, Cutoff> chosen = new LinkedHashMap<>();
        chosen.put(YOUDEN, Cutoffs.youden(curve));
        for (double value : sensitivities) {
            chosen.put("sensitivity_" + value, Cutoffs.atSensitivity(curve, value));
        }
        for (double value : specificities) {
            chosen.put("specificity_" + value, Cutoffs.atSpecificity(curve, value));
        }
        for (double value : thresholds) {
            chosen.put("threshold_" + value, Cutoffs.given(training.outcome(), training.scores(), curve.direction(), value));
        }
        return chosen;
    }

    /// The cut-offs of every model.
    public Map<String, Map<String, Cutoff>> choose(List<Scores> training, Direction direction) {
        Map<String, Map<String, Cutoff>> chosen = new LinkedHashMap<>();
        training.forEach(scores -> chosen.put(scores.model(), choose(scores, direction)));
        return chosen;
    }
}
