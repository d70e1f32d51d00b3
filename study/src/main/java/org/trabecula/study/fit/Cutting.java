package org.trabecula.study.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Cutoffs;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// Protocol, step 16: a cut-off per model where sensitivity + specificity is largest among the training cases' scores.
public final class Cutting {
    private Cutting() {}

    public static Map<ModelId, Cutoff> youden(Map<ModelId, TrainingScores> training) {
        Map<ModelId, Cutoff> cutoffs = new LinkedHashMap<>();
        training.forEach((model, scores) -> {
            RocCurve curve = RocCurve.of(scores.outcome(), scores.values(), Direction.CASES_HIGHER);
            cutoffs.put(model, Cutoffs.youden(curve));
        });
        return cutoffs;
    }
}
