package org.trabecula.evaluation;

import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.DeLong;

/// The area on training cases beside that of the cases evaluated. The cases are others, so the test is unpaired: t with
/// Satterthwaite's degrees of freedom.
///
/// @param there  on the training cases
/// @param tested area here − area there
public record TrainingArea(AucEstimate there, AucComparison tested) {
    public static TrainingArea of(Evaluation.Row here, Scores training, EvaluationSettings settings) {
        AucEstimate there = DeLong.estimate(
                training.outcome(), training.scores(), settings.direction(), settings.level());
        return new TrainingArea(there, DeLong.unpaired(here.plain(), there, settings.level()));
    }
}
