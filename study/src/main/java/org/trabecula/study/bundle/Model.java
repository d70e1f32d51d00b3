package org.trabecula.study.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.settings.StudySettings;

/// All that `predict` needs besides the network's weights.
///
/// @param settings   of the study
/// @param classes    what people call the outcomes
/// @param synthetic  whether the model was trained on synthetic patients
/// @param deep       empty for a model of a feature table
/// @param clinical   calibration and nomogram
/// @param cutoffs    by model
/// @param seen       what the training cases looked like
public record Model(
        StudySettings settings,
        ClassNames classes,
        boolean synthetic,
        FittedSignature hcr,
        Optional<Deep> deep,
        ClinicalFit clinical,
        Map<ModelId, Cutoff> cutoffs,
        TrainingSummary seen) {
    /// The deep part without its network, which lies beside it as a safetensors file.
    ///
    /// @param origin     of the network's weights
    /// @param components from an embedding to principal components
    public record Deep(String origin, List<FittedStep> components, FittedSignature dtl, FittedSignature fusion) {
        public Deep {
            components = List.copyOf(components);
        }
    }

    public Model {
        cutoffs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(cutoffs));
    }
}
