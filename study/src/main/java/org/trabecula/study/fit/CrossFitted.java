package org.trabecula.study.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.settings.Choice;

/// What cross-fitting gives (protocol, step 15).
///
/// @param signatures scores of the training cases by signatures that never saw their patient: what the final calibration, clinical
///                   models and cut-offs are fitted to, and nothing is said about performance with
/// @param folds      one per fold, each with everything fitted anew without its patients: what performance is said with
public record CrossFitted(Map<SignatureKind, TrainingScores> signatures, List<Fold> folds) {
    public CrossFitted {
        folds = List.copyOf(folds);
    }

    /// A fold: who was held out, and what models that never saw them say of them.
    ///
    /// @param held          the patients' cases
    /// @param clinical      fitted to the other folds, on scores that are themselves cross-fitted among these
    /// @param cutoffs       chosen there, by usable model
    /// @param probabilities of `held`, by usable model
    /// @param fit           of steps 3–14 to the other folds
    /// @param network       chosen among several by the other folds alone; empty without such a choice
    public record Fold(
            LabelledRows held, ClinicalFit clinical, Map<ModelId, Cutoff> cutoffs, Map<ModelId, double[]> probabilities,
            FoldFit fit, Optional<Choice.Architecture> network) {}

    /// Which network each fold chose; none where there was no such choice.
    public List<Choice.Architecture> networks() {
        return folds.stream().flatMap(fold -> fold.network().stream()).toList();
    }
}
