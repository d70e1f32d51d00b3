package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.decision.DecisionBand;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.PatientBootstrap;

/// Everything `evaluate SCORES` says, as one document; the numbers are made in `stats`, the words here.
///
/// @param test   rows that are evaluated
/// @param train  rows that cut-offs are chosen on; the same as `test` without --train
/// @param models one a column of scores, in the order asked for
record ScoreEvaluation(ScoreTable test, ScoreTable train, ScoreSettings settings, List<ScoreModel> models) {
    static ScoreEvaluation of(ScoreTable test, ScoreTable train, ScoreSettings settings) {
        List<ScoreModel> models = test.scores().keySet().stream()
                .map(name -> ScoreModel.of(name, test, train, settings))
                .toList();
        return new ScoreEvaluation(test, train, settings, models);
    }

    Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("n", test.outcome().size());
        document.put("positives", test.outcome().cases());
        document.put("level", settings.level());
        document.put("cutoffs_chosen_on", train == test ? "the same rows" : "the training table");
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (ScoreModel model : models) {
            Map<String, @Nullable Object> object = new ScoreModelJson(model, settings).object(drawn(model));
            if (train != test) {
                object.put("train", onTraining(model));
            }
            byName.put(model.name(), object);
        }
        document.put("models", byName);
        List<Object> tests = new ArrayList<>();
        ScoreComparisonJson comparison = new ScoreComparisonJson(test, settings);
        for (int a = 0; a < models.size(); a++) {
            for (int b = a + 1; b < models.size(); b++) {
                tests.add(comparison.object(models.get(a), models.get(b)));
            }
        }
        document.put("delong", tests);
        document.put("decision_curve", decisionCurve());
        return document;
    }

    /// Rows that are drawn together.
    Clusters units() {
        Clusters clusters = test.clusters();
        return clusters == null ? Clusters.singletons(test.outcome().size()) : clusters;
    }

    private @Nullable BootstrapInterval drawn(ScoreModel model) {
        return settings.bootstrap() == 0
                ? null
                : PatientBootstrap.auc(test.outcome(), model.score(), units(), settings.direction(), settings.bootstrap(),
                        settings.level(), new RandomStreams(settings.seed()), settings.jobs());
    }

    /// The area on the training rows, and the test between it and that of the rows evaluated (independent rows: t with
    /// Satterthwaite's degrees of freedom).
    private Map<String, @Nullable Object> onTraining(ScoreModel model) {
        AucEstimate there = DeLong.estimate(
                train.outcome(), train.score(model.name()), settings.direction(), settings.level());
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("n", train.outcome().size());
        object.put("auc", there.auc());
        JsonNumbers.put(object, "auc_variance", there.variance(), "fewer than two cases or controls");
        JsonNumbers.put(object, "auc_ci", new Interval(there.lower(), there.upper()), "fewer than two cases or controls");
        Map<String, @Nullable Object> unpaired = new LinkedHashMap<>();
        var compared = DeLong.unpaired(model.auc(), there, settings.level());
        ScoreComparisonJson.put(unpaired, compared);
        JsonNumbers.put(unpaired, "df", compared.df(), "the difference has no variance");
        object.put("unpaired", unpaired);
        return object;
    }

    private List<Object> decisionCurve() {
        List<Object> points = new ArrayList<>();
        boolean reference = false;
        for (ScoreModel model : models) {
            DecisionCurve curve = model.decision();
            if (curve != null) {
                add(points, model.name(), curve.model(), band(model));
                if (!reference) {
                    add(points, "all", curve.all(), List.of());
                    add(points, "none", curve.none(), List.of());
                    reference = true;
                }
            }
        }
        return points;
    }

    private List<Interval> band(ScoreModel model) {
        return settings.bootstrap() == 0 || !Double.isNaN(settings.prevalence())
                ? List.of()
                : DecisionBand.netBenefit(test.outcome(), model.score(), units(), settings.thresholds(),
                        settings.bootstrap(), settings.level(), new RandomStreams(settings.seed()), settings.jobs());
    }

    private static void add(List<Object> points, String model, List<DecisionPoint> curve, List<Interval> band) {
        for (int k = 0; k < curve.size(); k++) {
            DecisionPoint point = curve.get(k);
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("threshold", point.threshold());
            object.put("model", model);
            object.put("net_benefit", point.netBenefit());
            object.put("standardized", point.standardised());
            JsonNumbers.put(object, "interventions_avoided", point.interventionsAvoided(), "0/0 at threshold 0");
            if (!band.isEmpty()) {
                JsonNumbers.put(object, "ci", band.get(k), "no replicate held both classes");
            }
            points.add(object);
        }
    }
}
