package org.trabecula.study.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.evaluation.repeated.RepeatedEvaluation;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.resampling.SelectionStability;

/// The method in repeated cross-validation by patient (preset `robust`; B2).
///
/// @param times      repetitions
/// @param folds      of each
/// @param rows       who was dealt: all training cases
/// @param evaluation of the held-out cases
/// @param selections of features, by signature, over the fits of all folds; signatures of principal components are not among them, since
///                   a component is another one in every fit
/// @param learningCurve empty where the settings ask for none
/// @param centres    each judged by what was fitted to the others
public record RepeatedStudy(
        int times, int folds, LabelledRows rows, RepeatedEvaluation evaluation, Map<SignatureKind, Selections> selections,
        Optional<LearningCurve> learningCurve, CentreEvaluation centres) {
    public RepeatedStudy {
        selections = Map.copyOf(selections);
    }

    /// Which features were selected how often.
    ///
    /// @param names of all candidates, in the order of the counts
    public record Selections(List<String> names, SelectionStability stability) {
        public Selections {
            names = List.copyOf(names);
        }
    }
}
