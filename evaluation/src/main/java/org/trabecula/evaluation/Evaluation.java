package org.trabecula.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.stats.Interval;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.CalibrationBand;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.decision.Reclassification;
import org.trabecula.stats.roc.AucComparison;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.AucInterval;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.stats.tests.AdjustedP;

/// Everything about the performance of models. Numbers only: documents, figures and reports are made from it.
///
/// @param settings    they were computed with
/// @param seed        of everything that was drawn
/// @param rows        one per model, part and kind
/// @param comparisons between models on the same cases
/// @param without     models that were not usable
public record Evaluation(
        EvaluationSettings settings, long seed, List<Row> rows, List<Comparison> comparisons, List<NoModel> without) {
    public Evaluation(EvaluationSettings settings, long seed, List<Row> rows, List<Comparison> comparisons) {
        this(settings, seed, rows, comparisons, List.of());
    }

    /// The same with models of which there is nothing to evaluate.
    public Evaluation with(List<NoModel> others) {
        return new Evaluation(settings, seed, rows, comparisons, others);
    }

    public Evaluation {
        without = List.copyOf(without);
        rows = List.copyOf(rows);
        comparisons = List.copyOf(comparisons);
    }

    /// p of every comparison, clustered where patients are known, after Holm's correction for all of the same part and kind; NaN where
    /// there is no p.
    public double[] holm() {
        double[] adjusted = new double[comparisons.size()];
        for (Scores.Kind kind : Scores.Kind.values()) {
            for (Scores.Part part : Scores.Part.values()) {
                int[] own = IntStream.range(0, adjusted.length)
                        .filter(c -> comparisons.get(c).kind() == kind && comparisons.get(c).part() == part)
                        .toArray();
                double[] holm = AdjustedP.holm(
                        Arrays.stream(own).mapToDouble(c -> comparisons.get(c).clustered().p()).toArray());
                for (int k = 0; k < own.length; k++) {
                    adjusted[own[k]] = holm[k];
                }
            }
        }
        return adjusted;
    }

    /// A model that is not usable, on a part: there are cases, but no scores.
    ///
    /// @param rows of the part
    /// @param why  there is none, as a part of a sentence
    public record NoModel(String model, Scores.Part part, Scores.Kind kind, LabelledRows rows, String why) {
        /// As tables and documents word it.
        public String words() {
            return "no usable model: " + why;
        }
    }

    /// One model on one part.
    ///
    /// @param scores          what was evaluated
    /// @param patients        distinct; cases where patients are not known
    /// @param auc             with the variance clustered by patient (D8); the same as `plain` where patients are not known
    /// @param plain           with DeLong's, as if cases were independent, for comparison with published figures
    /// @param interval        of `auc` that is reported
    /// @param drawn           with patients resampled
    /// @param withinFolds     areas within folds; empty where one model scored all rows
    /// @param precisionRecall of the same scores
    /// @param parts           of the area, in the order of the settings
    /// @param operating       what the cut-offs do here, by key; Youden's first
    /// @param probabilities   empty for scores that are no probabilities of the positive class
    public record Row(
            Scores scores,
            int patients,
            AucEstimate auc,
            AucEstimate plain,
            AucInterval interval,
            Optional<BootstrapInterval> drawn,
            Optional<WithinFolds> withinFolds,
            RocCurve curve,
            PrecisionRecall precisionRecall,
            List<PartOfArea> parts,
            Map<String, OperatingPoint> operating,
            Optional<Probabilities> probabilities) {
        public String model() {
            return scores.model();
        }

        public Scores.Part part() {
            return scores.part();
        }

        public Scores.Kind kind() {
            return scores.kind();
        }

        /// The area with the limits that are reported.
        public AucEstimate reported() {
            return auc.within(interval);
        }

        /// Cases of both classes.
        public int n() {
            return plain.cases() + plain.controls();
        }

        /// Of them.
        public int positives() {
            return plain.cases();
        }

        public boolean isGrouped() {
            return scores.isGrouped();
        }

        /// Youden's, chosen on training scores.
        public Cutoff cutoff() {
            return youden().cutoff();
        }

        /// What it does on these cases.
        public Confusion confusion() {
            return youden().confusion();
        }

        OperatingPoint youden() {
            OperatingPoint found = operating.get(CutoffRules.YOUDEN);
            if (found == null) {
                throw new IllegalStateException("no cut-off of Youden's for " + model());
            }
            return found;
        }

        /// @throws java.util.NoSuchElementException for scores that are no probabilities; a study has none
        public Calibration calibration() {
            return probabilities.orElseThrow().calibration();
        }

        /// @throws java.util.NoSuchElementException for scores that are no probabilities; a study has none
        public DecisionCurve decision() {
            return probabilities.orElseThrow().decision();
        }

        /// @throws java.util.NoSuchElementException for scores that are no probabilities; a study has none
        public double brier() {
            return calibration().brier();
        }
    }

    /// What only probabilities have.
    ///
    /// @param calibration do they mean what they say
    /// @param decision    is acting on them better than treating all or none
    /// @param band        of net benefit, one interval a threshold; empty unless it was asked for
    /// @param curveBand   of the loess calibration curve; without points unless it was asked for
    public record Probabilities(Calibration calibration, DecisionCurve decision, List<Interval> band, CalibrationBand curveBand) {
        public Probabilities {
            band = List.copyOf(band);
        }
    }

    /// A cut-off chosen on training scores and the table of counts that it gives here.
    ///
    /// @param cutoff where each fold has its own, one without a threshold
    /// @param byFold the folds' thresholds, NaN for a fold without a usable model; empty where there is one cut-off
    public record OperatingPoint(Cutoff cutoff, Confusion confusion, List<Double> byFold) {
        public OperatingPoint {
            byFold = List.copyOf(byFold);
        }
    }

    /// @param area      over the range
    /// @param corrected on McClish's scale
    public record PartOfArea(EvaluationSettings.AreaPart range, double area, double corrected) {}

    /// Two models on one part.
    ///
    /// @param n                cases of both
    /// @param positives        of them
    /// @param grouped          whether patients are known
    /// @param clustered        DeLong's test with patients as clusters; the same as `plain` where patients are not known
    /// @param plain            as if cases were independent
    /// @param drawn            difference of the areas with patients resampled
    /// @param discordance      McNemar's tests, by the key of the cut-off
    /// @param reclassification of `b` over `a`; empty unless asked for, and for scores that are no probabilities
    public record Comparison(
            String a,
            String b,
            Scores.Part part,
            Scores.Kind kind,
            int n,
            int positives,
            boolean grouped,
            AucComparison clustered,
            AucComparison plain,
            Optional<BootstrapInterval> drawn,
            Map<String, Discordance> discordance,
            Optional<Reclassification> reclassification) {
        /// Whether both models were fitted to the very cases, so that a test of nested models does not hold here.
        public boolean fittedHere() {
            return kind == Scores.Kind.IN_SAMPLE;
        }
    }
}
