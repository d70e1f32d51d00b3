package org.trabecula.evaluation.repeated;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.decision.DecisionPoint;

/// The curves of one model's probabilities over repetitions; each case is looked at with a probability that never saw its patient.
///
/// @param model        its label
/// @param repetitions  with a usable model
/// @param calibration  observed share by predicted probability, smoothed
/// @param netBenefit   of acting at a threshold probability
/// @param treatAll     of acting on every case that has a score
/// @param prevalence   mean share of positive cases
/// @param cases        probabilities of positive cases, of all repetitions
/// @param controls     of the others
public record RepeatedCurves(
        String model, int repetitions, MeanCurve calibration, MeanCurve netBenefit, MeanCurve treatAll, double prevalence, double[] cases,
        double[] controls) {
    private static final double[] HUNDREDTHS = IntStream.rangeClosed(0, 100).mapToDouble(k -> k / 100.0).toArray();

    /// @param rows of one model, one a repetition
    static RepeatedCurves of(String model, List<Evaluation.Row> rows) {
        double[] thresholds = rows.getFirst().decision().model().stream().mapToDouble(DecisionPoint::threshold).toArray();
        return new RepeatedCurves(
                model, rows.size(),
                MeanCurve.of(HUNDREDTHS, rows.stream().<DoubleUnaryOperator>map(row -> row.calibration().flexible()::at).toList()),
                MeanCurve.of(thresholds, rows.stream().map(row -> netBenefit(thresholds, row.decision().model())).toList()),
                MeanCurve.of(thresholds, rows.stream().map(row -> netBenefit(thresholds, row.decision().all())).toList()),
                rows.stream().mapToDouble(row -> (double) row.positives() / row.n()).average().orElse(Double.NaN), probabilities(rows, true),
                probabilities(rows, false));
    }

    private static DoubleUnaryOperator netBenefit(double[] thresholds, List<DecisionPoint> points) {
        return threshold -> points.get(Arrays.binarySearch(thresholds, threshold)).netBenefit();
    }

    private static double[] probabilities(List<Evaluation.Row> rows, boolean positive) {
        return rows.stream()
                .flatMapToDouble(row -> DoubleStream.of(row.scores().outcome().valuesOf(positive, row.scores().scores())))
                .toArray();
    }
}
