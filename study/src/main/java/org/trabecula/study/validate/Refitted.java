package org.trabecula.study.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.learn.model.ModelId;
import org.trabecula.study.bundle.Recalibration;
import org.trabecula.study.fit.ClinicalRefit;

/// The coefficients of a model's clinical models fitted anew to a cohort.
///
/// @param update     for the bundle
/// @param fits       by model
/// @param left       why a model was left as it was, by model
/// @param evaluation of probabilities and cut-offs that are cross-fitted by patient: nothing of it is in-sample
public record Refitted(Recalibration.Update update, Map<ModelId, ClinicalRefit> fits, Map<ModelId, String> left, Evaluation evaluation) {
    public Refitted {
        fits = Collections.unmodifiableMap(new LinkedHashMap<>(fits));
        left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
    }
}
