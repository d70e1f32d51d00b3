package org.trabecula.evaluation.document;

import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.HeldOut;
import org.trabecula.evaluation.WithinFolds;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.AucInterval;
import org.trabecula.stats.roc.BootstrapInterval;
import org.trabecula.stats.roc.NewcombeAuc;

/// Everything about one model's scores: an object of `models`.
final class ModelDocument {
    static final String NOT_GROUPED = "no patients were named (--group): rows were taken for independent";
    private static final String TOO_FEW = "fewer than two cases or controls";
    private static final String NO_SPREAD = "the area is 0 or 1, or has no variance";
    private static final String NOT_A_PROBABILITY =
            "calibration and net benefit need probabilities of being a case, between 0 and 1, higher in cases";

    private ModelDocument() {}

    /// @param level of the intervals
    /// @param seed  of what was drawn
    static JsonObject object(Evaluation.Row row, double level, long seed) {
        AucEstimate auc = row.plain();
        JsonObject object = new JsonObject()
                .put("auc", auc.auc())
                .number("auc_variance", auc.variance(), TOO_FEW)
                .interval("auc_ci", new Interval(auc.lower(), auc.upper()), TOO_FEW)
                .interval("auc_ci_logit", auc.logitInterval(), NO_SPREAD)
                .put("auc_interval", interval(row.interval()).map());
        if (!(auc.variance() > 0)) {
            object.put("cautions", auc.cautions());
            object.put(
                    "auc_ci_newcombe",
                    List.of(
                            NewcombeAuc.lower(auc.auc(), auc.cases(), auc.controls(), level),
                            NewcombeAuc.upper(auc.auc(), auc.cases(), auc.controls(), level)));
        }
        if (row.isGrouped()) {
            object.put("auc_clustered", clustered(row.auc()).map());
        } else {
            object.none("auc_clustered", NOT_GROUPED);
        }
        row.drawn().ifPresent(drawn -> object.put("auc_bootstrap", drawn(drawn, seed).map()));
        row.withinFolds().ifPresent(areas -> object.put("auc_within_folds", withinFolds(row, areas).map()));
        if (!row.parts().isEmpty()) {
            object.put("partial_auc", row.parts().stream().map(ModelDocument::part).toList());
        }
        object.put("prevalence", row.precisionRecall().prevalence());
        object.put("average_precision", row.precisionRecall().averagePrecision());
        object.put("pr_auc_trapezoid", row.precisionRecall().trapezoidArea());
        JsonObject cutoffs = new JsonObject();
        row.operating().forEach((key, point) -> cutoffs.put(key, OperatingDocument.object(point, level).map()));
        object.put("cutoffs", cutoffs.map());
        if (row.probabilities().isPresent()) {
            object.put("calibration", CalibrationDocument.object(row.calibration()).map());
        } else {
            object.none("calibration", NOT_A_PROBABILITY).put("calibration_why", NOT_A_PROBABILITY);
        }
        return object;
    }

    /// The interval that is reported, and by which rule; `auc_ci` beside it is DeLong's as pROC prints it.
    private static JsonObject interval(AucInterval found) {
        JsonObject object = new JsonObject()
                .interval("ci", new Interval(found.lower(), found.upper()), found.caution().orElse(""))
                .put("method", found.method().label());
        found.caution().ifPresent(words -> object.put("caution", words));
        return object;
    }

    private static JsonObject withinFolds(Evaluation.Row row, WithinFolds areas) {
        HeldOut how = row.scores().heldOut().orElseThrow();
        return new JsonObject()
                .number("mean", areas.mean(), "no fold holds both classes")
                .put("areas", JsonObject.list(areas.areas()))
                .put("folds", how.folds())
                .put("folds_without_model", how.foldsLeft())
                .put("cases_without_score", how.left());
    }

    private static JsonObject clustered(AucEstimate estimate) {
        String why = "fewer than two patients with a case, or with a control";
        double z = (estimate.auc() - 0.5) / Math.sqrt(estimate.variance());
        return new JsonObject()
                .number("variance", estimate.variance(), why)
                .interval("ci", new Interval(estimate.lower(), estimate.upper()), why)
                .interval("ci_logit", estimate.logitInterval(), NO_SPREAD)
                .number("p_half", Normal.twoSided(z), why);
    }

    static JsonObject drawn(BootstrapInterval drawn, long seed) {
        String why = "no replicate held both classes";
        return new JsonObject()
                .interval("ci", new Interval(drawn.lower(), drawn.upper()), why)
                .number("se", drawn.standardError(), why)
                .put("replicates", drawn.replicates())
                .put("undefined", drawn.undefined())
                .put("seed", seed);
    }

    private static Object part(Evaluation.PartOfArea part) {
        return new JsonObject()
                .put("over", part.range().ofSpecificity() ? "specificity" : "sensitivity")
                .put("range", List.of(part.range().low(), part.range().high()))
                .put("area", part.area())
                .put("corrected", part.corrected())
                .map();
    }
}
