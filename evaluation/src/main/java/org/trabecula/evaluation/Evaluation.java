package org.trabecula.evaluation;

import java.util.List;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.RocCurve;

/// Everything that the report says about the models' performance. Numbers only; figures draw them.
///
/// @param rows        one per model, part and kind
/// @param comparisons between models on the same cases
public record Evaluation(List<Row> rows, List<Comparison> comparisons) {
    public Evaluation {
        rows = List.copyOf(rows);
        comparisons = List.copyOf(comparisons);
    }

    /// One model on one part.
    ///
    /// @param n         cases
    /// @param positives of them
    /// @param patients  distinct
    /// @param auc       with the variance clustered by patient (D8)
    /// @param plain     DeLong's, as if cases were independent, for comparison with published figures
    /// @param bootstrap patients resampled
    /// @param cutoff    fitted on cross-fitted training scores
    /// @param confusion at the cut-off
    /// @param calibration of the probabilities
    /// @param decision  net benefit over thresholds
    public record Row(
            String model,
            Scores.Part part,
            Scores.Kind kind,
            int n,
            int positives,
            int patients,
            AucEstimate auc,
            AucEstimate plain,
            BootstrapInterval bootstrap,
            RocCurve curve,
            Cutoff cutoff,
            Confusion confusion,
            Calibration calibration,
            DecisionCurve decision) {
        public double brier() {
            return calibration.brier();
        }
    }

    /// Two models on one part, DeLong's test with patients as clusters.
    public record Comparison(String a, String b, Scores.Part part, Scores.Kind kind, AucComparison clustered, AucComparison plain) {}
}
