package org.trabecula.study.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trabecula.learn.model.ModelId;

/// What the models say of one case.
///
/// @param probabilities of the positive class, by model
/// @param positive      whether each model's probability reaches its cut-off
/// @param thresholds    by model
/// @param points        of the nomogram, in all
/// @param warnings      what should make the reader careful
/// @param leading       features that weigh most in the radiomics signature, the heaviest first
public record Prediction(
        String caseId,
        Map<ModelId, Double> probabilities,
        Map<ModelId, Boolean> positive,
        Map<ModelId, Double> thresholds,
        OptionalDouble points,
        List<String> warnings,
        List<LeadingFeature> leading) {
    public Prediction {
        leading = List.copyOf(leading);
        warnings = List.copyOf(warnings);
    }

    /// The same with more warnings.
    Prediction warned(List<String> more) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Prediction(caseId, probabilities, positive, thresholds, points, all, leading);
    }
}
