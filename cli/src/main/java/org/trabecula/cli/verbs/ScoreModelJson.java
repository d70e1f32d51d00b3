package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.NewcombeAuc;
import org.trabecula.stats.roc.PartialAuc;
import org.trabecula.stats.roc.Proportion;
import org.trabecula.stats.roc.RocCurve;

/// One model in the document of `evaluate`.
final class ScoreModelJson {
    static final String NOT_GROUPED = "no --group column: rows were taken for independent";
    private static final String NO_SPREAD = "the area is 0 or 1, or has no variance";
    private static final String NOT_A_PROBABILITY =
            "calibration and net benefit need probabilities of being a case, between 0 and 1, higher in cases";

    private final ScoreModel model;
    private final ScoreSettings settings;

    ScoreModelJson(ScoreModel model, ScoreSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /// @param drawn bootstrap interval of the area; null without one
    Map<String, @Nullable Object> object(@Nullable BootstrapInterval drawn) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        AucEstimate auc = model.auc();
        object.put("auc", auc.auc());
        String why = "fewer than two cases or controls";
        JsonNumbers.put(object, "auc_variance", auc.variance(), why);
        JsonNumbers.put(object, "auc_ci", new Interval(auc.lower(), auc.upper()), why);
        JsonNumbers.put(object, "auc_ci_logit", auc.logitInterval(), NO_SPREAD);
        if (!(auc.variance() > 0)) {
            object.put("cautions", auc.cautions());
            object.put(
                    "auc_ci_newcombe",
                    List.of(
                            NewcombeAuc.lower(auc.auc(), auc.cases(), auc.controls(), settings.level()),
                            NewcombeAuc.upper(auc.auc(), auc.cases(), auc.controls(), settings.level())));
        }
        AucEstimate clustered = model.clustered();
        object.put("auc_clustered", clustered == null ? null : clustered(clustered));
        if (clustered == null) {
            object.putIfAbsent("why", NOT_GROUPED);
        }
        if (drawn != null) {
            object.put("auc_bootstrap", bootstrap(drawn, settings.seed()));
        }
        if (!settings.partial().isEmpty()) {
            object.put("partial_auc", settings.partial().stream().map(part -> partial(model.roc(), part)).toList());
        }
        object.put("average_precision", model.precisionRecall().averagePrecision());
        object.put("pr_auc_trapezoid", model.precisionRecall().trapezoidArea());
        Map<String, @Nullable Object> cutoffs = new LinkedHashMap<>();
        model.cutoffs().forEach((key, cutoff) -> cutoffs.put(key, cutoff(cutoff, confusion(key))));
        object.put("cutoffs", cutoffs);
        Calibration calibration = model.calibration();
        object.put("calibration", calibration == null ? null : CalibrationJson.of(calibration));
        if (calibration == null) {
            object.put("calibration_why", NOT_A_PROBABILITY);
        }
        return object;
    }

    private Confusion confusion(String key) {
        Confusion table = model.confusions().get(key);
        if (table == null) {
            throw new IllegalArgumentException("no cut-off " + key);
        }
        return table;
    }

    private static Map<String, @Nullable Object> clustered(AucEstimate estimate) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String why = "fewer than two patients with a case, or with a control";
        JsonNumbers.put(object, "variance", estimate.variance(), why);
        JsonNumbers.put(object, "ci", new Interval(estimate.lower(), estimate.upper()), why);
        JsonNumbers.put(object, "ci_logit", estimate.logitInterval(), NO_SPREAD);
        double z = (estimate.auc() - 0.5) / Math.sqrt(estimate.variance());
        JsonNumbers.put(object, "p_half", Normal.twoSided(z), why);
        return object;
    }

    static Map<String, @Nullable Object> bootstrap(BootstrapInterval drawn, long seed) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "ci", new Interval(drawn.lower(), drawn.upper()), "no replicate held both classes");
        JsonNumbers.put(object, "se", drawn.standardError(), "no replicate held both classes");
        object.put("replicates", drawn.replicates());
        object.put("undefined", drawn.undefined());
        object.put("seed", seed);
        return object;
    }

    private static Map<String, @Nullable Object> partial(RocCurve roc, ScoreSettings.Part part) {
        double area = part.ofSpecificity()
                ? PartialAuc.overSpecificity(roc, part.low(), part.high())
                : PartialAuc.overSensitivity(roc, part.low(), part.high());
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("over", part.ofSpecificity() ? "specificity" : "sensitivity");
        object.put("range", List.of(part.low(), part.high()));
        object.put("area", area);
        object.put("corrected", PartialAuc.corrected(area, part.low(), part.high()));
        return object;
    }

    private Map<String, @Nullable Object> cutoff(Cutoff cutoff, Confusion table) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "threshold", cutoff.threshold(), "no threshold is better than calling all alike");
        object.put("rule", cutoff.rule());
        object.put("tp", table.tp());
        object.put("fp", table.fp());
        object.put("tn", table.tn());
        object.put("fn", table.fn());
        object.put("sensitivity", proportion(table.sensitivity()));
        object.put("specificity", proportion(table.specificity()));
        object.put("ppv", proportion(table.ppv()));
        object.put("npv", proportion(table.npv()));
        object.put("accuracy", proportion(table.accuracy()));
        String why = "a row or column of the table is empty";
        JsonNumbers.put(object, "f1", table.f1(), why);
        JsonNumbers.put(object, "balanced_accuracy", table.balancedAccuracy(), why);
        JsonNumbers.put(object, "mcc", table.matthews(), why);
        JsonNumbers.put(object, "kappa", table.kappa(), why);
        return object;
    }

    private Map<String, @Nullable Object> proportion(Proportion share) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonNumbers.put(object, "value", share.value(), "nobody to count");
        JsonNumbers.put(object, "ci_wilson", share.wilson(settings.level()), "nobody to count");
        JsonNumbers.put(object, "ci_exact", share.exact(settings.level()), "nobody to count");
        return object;
    }

    /// Corners of the curve, from "none positive": threshold, 1 − specificity, sensitivity.
    static List<List<String>> rocRows(ScoreModel model) {
        List<List<String>> rows = new ArrayList<>();
        model.roc().points().reversed().forEach(point -> rows.add(List.of(
                model.name(), String.valueOf(point.threshold()), String.valueOf(1 - point.specificity()),
                String.valueOf(point.sensitivity()))));
        return rows;
    }

    /// Points of the precision–recall curve, from recall 1 down.
    static List<List<String>> precisionRecallRows(ScoreModel model) {
        List<List<String>> rows = new ArrayList<>();
        model.precisionRecall().points().forEach(point -> rows.add(List.of(
                model.name(), Double.isNaN(point.threshold()) ? "" : String.valueOf(point.threshold()),
                String.valueOf(point.recall()), String.valueOf(point.precision()))));
        return rows;
    }
}
