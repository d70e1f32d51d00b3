package org.trabecula.cli.verbs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.ClusteredDeLong;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Cutoffs;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.RocCurve;

/// What `evaluate` finds out about one column of scores; the document and the figures are made from it.
///
/// @param score       one a row
/// @param auc         with DeLong's interval
/// @param clustered   the same by patient; null without patients
/// @param calibration null for scores that are no probabilities
/// @param decision    likewise
/// @param cutoffs     by key, chosen on the training rows
/// @param confusions  by the same keys, counted on the test rows
record ScoreModel(
        String name,
        double[] score,
        AucEstimate auc,
        @Nullable AucEstimate clustered,
        RocCurve roc,
        PrecisionRecall precisionRecall,
        @Nullable Calibration calibration,
        @Nullable DecisionCurve decision,
        Map<String, Cutoff> cutoffs,
        Map<String, Confusion> confusions) {
    /// The cut-off that figures show.
    static final String YOUDEN = "youden";

    static ScoreModel of(String name, ScoreTable test, ScoreTable train, ScoreSettings settings) {
        Outcome outcome = test.outcome();
        double[] score = test.score(name);
        Direction direction = settings.direction();
        double level = settings.level();
        Clusters clusters = test.clusters();
        boolean probability = direction == Direction.CASES_HIGHER && Arrays.stream(score).allMatch(p -> p >= 0 && p <= 1);
        Map<String, Cutoff> cutoffs = cutoffs(train.outcome(), train.score(name), settings);
        Map<String, Confusion> confusions = new LinkedHashMap<>();
        cutoffs.forEach((key, cutoff) -> confusions.put(key, Confusion.of(outcome, score, cutoff)));
        return new ScoreModel(
                name,
                score,
                DeLong.estimate(outcome, score, direction, level),
                clusters == null ? null : ClusteredDeLong.estimate(outcome, score, clusters, direction, level),
                RocCurve.of(outcome, score, direction),
                PrecisionRecall.of(outcome, score, direction),
                probability ? Calibration.of(outcome, score) : null,
                probability ? decision(outcome, score, settings) : null,
                cutoffs,
                confusions);
    }

    private static DecisionCurve decision(Outcome outcome, double[] score, ScoreSettings settings) {
        return Double.isNaN(settings.prevalence())
                ? DecisionCurve.of(outcome, score, settings.thresholds())
                : DecisionCurve.of(outcome, score, settings.prevalence(), settings.thresholds());
    }

    private static Map<String, Cutoff> cutoffs(Outcome outcome, double[] score, ScoreSettings settings) {
        RocCurve curve = RocCurve.of(outcome, score, settings.direction());
        Map<String, Cutoff> cutoffs = new LinkedHashMap<>();
        cutoffs.put(YOUDEN, Cutoffs.youden(curve));
        for (double value : settings.atSensitivity()) {
            cutoffs.put("sensitivity_" + value, Cutoffs.atSensitivity(curve, value));
        }
        for (double value : settings.atSpecificity()) {
            cutoffs.put("specificity_" + value, Cutoffs.atSpecificity(curve, value));
        }
        for (double value : settings.atThreshold()) {
            cutoffs.put("threshold_" + value, Cutoffs.given(outcome, score, settings.direction(), value));
        }
        return cutoffs;
    }
}
