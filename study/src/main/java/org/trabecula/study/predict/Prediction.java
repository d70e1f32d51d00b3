package org.trabecula.study.predict;

import java.util.List;
import java.util.Map;

/// What the models say of one case.
///
/// @param probabilities of acute, by model
/// @param positive      whether each model's probability reaches its cut-off
/// @param thresholds    by model
/// @param warnings      what should make the reader careful
public record Prediction(
        String caseId,
        Map<String, Double> probabilities,
        Map<String, Boolean> positive,
        Map<String, Double> thresholds,
        List<String> warnings) {
    public Prediction {
        warnings = List.copyOf(warnings);
    }
}
