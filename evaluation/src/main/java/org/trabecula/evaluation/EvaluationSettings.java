package org.trabecula.evaluation;

import java.util.List;
import java.util.Optional;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.roc.Direction;

/// How scores are to be evaluated.
///
/// @param direction   of the scores
/// @param level       of all intervals, such as 0.95
/// @param decision    of the decision curve
/// @param parts       of the area that are wanted as well
/// @param riskClasses limits for the net reclassification; empty: none asked
/// @param resampling  how often patients are drawn
public record EvaluationSettings(
        Direction direction,
        double level,
        Decision decision,
        List<AreaPart> parts,
        Optional<RiskClasses> riskClasses,
        Resampling resampling) {
    public EvaluationSettings {
        parts = List.copyOf(parts);
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the level of an interval lies between 0 and 1, got " + level);
        }
    }

    /// Those of the protocol, step 17.
    ///
    /// @param areas see [Resampling]
    /// @param bands see [Resampling]
    public static EvaluationSettings ofProtocol(int areas, int bands) {
        return new EvaluationSettings(
                Direction.CASES_HIGHER,
                0.95,
                new Decision(DecisionCurve.hundredths(1, 99), Double.NaN),
                List.of(),
                Optional.empty(),
                new Resampling(areas, bands));
    }

    /// @param thresholds probabilities, each in [0, 1)
    /// @param prevalence where rows were sampled by outcome; NaN for that of the rows
    public record Decision(double[] thresholds, double prevalence) {
        boolean ofTheRows() {
            return Double.isNaN(prevalence);
        }
    }

    /// A range of specificity, or of sensitivity.
    ///
    /// @param low  in [0, 1)
    /// @param high above `low`, at most 1
    public record AreaPart(boolean ofSpecificity, double low, double high) {}

    /// @param limits ascending probabilities between classes; none for the category-free form
    public record RiskClasses(double[] limits) {}

    /// @param areas replicates of every area, 0 for none
    /// @param bands replicates of differences between areas, of net benefit and of calibration curves, 0 for none
    public record Resampling(int areas, int bands) {}
}
