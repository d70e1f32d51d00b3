package org.trabecula.study.bundle;

import java.util.List;
import java.util.Map;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.settings.StudySettings;

/// All that `predict` needs besides the network's weights.
///
/// @param settings   of the study
/// @param synthetic  whether the model was trained on synthetic patients
/// @param origin     of the network's weights
/// @param components from an embedding to principal components
/// @param clinical   calibration and nomogram
/// @param cutoffs    by model
/// @param seen       what the training cases looked like
public record Model(
        StudySettings settings,
        boolean synthetic,
        String origin,
        FittedSignature hcr,
        List<FittedStep> components,
        FittedSignature dtl,
        FittedSignature fusion,
        ClinicalFit clinical,
        Map<String, Cutoff> cutoffs,
        TrainingSummary seen) {
    public Model {
        components = List.copyOf(components);
        cutoffs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(cutoffs));
    }
}
