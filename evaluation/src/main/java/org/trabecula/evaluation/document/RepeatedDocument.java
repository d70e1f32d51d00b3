package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.repeated.MeanCurve;
import org.trabecula.evaluation.repeated.RepeatedCurves;
import org.trabecula.evaluation.repeated.RepeatedEvaluation;
import org.trabecula.evaluation.repeated.RepeatedModel;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.evaluation.repeated.Spread;
import org.trabecula.stats.Interval;

/// Models over the repetitions of a cross-validation: `models` of a run folder's `repeated.json`, and `repeated.csv`.
public final class RepeatedDocument {
    /// What the numbers over repetitions are, for readers of the document.
    public static final String SPREAD = "mean, sd and range (2.5 % to 97.5 %) over repetitions, which deal the same patients anew: how far a "
            + "number hangs on the deal, no confidence interval. auc.ci: DeLong's interval of the mean area, patients as clusters.";
    private static final String NONE = "no repetition has one";
    private static final List<String> COLUMNS = List.of(
            "model", "repetition", "n", "positives", "auc", "auc_within_folds", "calibration_slope", "calibration_intercept", "brier",
            "sensitivity", "specificity", "folds", "folds_without_model", "cases_without_score", "why");

    private RepeatedDocument() {}

    /// One entry a model.
    public static List<Map<String, @Nullable Object>> models(RepeatedEvaluation evaluation) {
        return evaluation.models().stream().map(RepeatedDocument::model).toList();
    }

    private static Map<String, @Nullable Object> model(RepeatedModel model) {
        JsonObject auc = spread(model, Repetition::auc);
        if (model.mean().isPresent()) {
            auc.interval("ci", new Interval(model.mean().get().lower(), model.mean().get().upper()), "fewer than two patients of a class");
        } else {
            auc.none("ci", NONE);
        }
        JsonObject object = new JsonObject()
                .put("model", model.model())
                .put("kind", "crossfit")
                .put("n", model.mean().map(mean -> mean.cases() + mean.controls()).orElse(0))
                .put("positives", model.mean().map(mean -> mean.cases()).orElse(0))
                .put("patients", model.patients())
                .put("repetitions", model.repetitions().size())
                .put("repetitions_with_model", model.withModel())
                .put("folds", model.folds())
                .put("folds_without_model", model.foldsWithout());
        if (!model.why().isEmpty()) {
            object.put("why_without", model.why());
        }
        object.put("auc", auc.map());
        numbers().forEach((name, number) -> object.put(name, spread(model, number).map()));
        return object.map();
    }

    /// Beside the area.
    private static Map<String, ToDoubleFunction<Repetition>> numbers() {
        Map<String, ToDoubleFunction<Repetition>> numbers = new LinkedHashMap<>();
        numbers.put("auc_within_folds", Repetition::withinFolds);
        numbers.put("calibration_slope", Repetition::slope);
        numbers.put("calibration_intercept", Repetition::intercept);
        numbers.put("brier", Repetition::brier);
        numbers.put("sensitivity", Repetition::sensitivity);
        numbers.put("specificity", Repetition::specificity);
        return numbers;
    }

    private static JsonObject spread(RepeatedModel model, ToDoubleFunction<Repetition> number) {
        Spread spread = model.spread(number);
        return new JsonObject()
                .put("repetitions", spread.count())
                .number("mean", spread.mean(), NONE)
                .number("sd", spread.sd(), spread.count() == 0 ? NONE : "one repetition has no spread")
                .interval("range", new Interval(spread.low(), spread.high()), NONE);
    }

    /// One row a model, curve and place on it.
    public static DocumentTable curves(RepeatedEvaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        for (RepeatedCurves curves : evaluation.curves()) {
            addCurve(rows, curves.model(), "calibration", curves.calibration());
            addCurve(rows, curves.model(), "net_benefit", curves.netBenefit());
            addCurve(rows, curves.model(), "net_benefit_all", curves.treatAll());
        }
        return new DocumentTable("repeated-curves.csv", List.of("model", "curve", "x", "repetitions", "mean", "sd", "low", "high"), rows);
    }

    private static void addCurve(List<List<String>> rows, String model, String name, MeanCurve curve) {
        for (MeanCurve.Point point : curve.points()) {
            Spread y = point.y();
            rows.add(List.of(
                    model, name, DocumentTable.cell(point.x()), DocumentTable.cell(y.count()), DocumentTable.cell(y.mean()),
                    DocumentTable.cell(y.sd()), DocumentTable.cell(y.low()), DocumentTable.cell(y.high())));
        }
    }

    /// One row a model and repetition.
    public static DocumentTable table(RepeatedEvaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        for (RepeatedModel model : evaluation.models()) {
            for (Repetition one : model.repetitions()) {
                List<String> cells = new ArrayList<>(List.of(
                        model.model(), DocumentTable.cell(one.number()), DocumentTable.cell(one.n()), DocumentTable.cell(one.positives()),
                        DocumentTable.cell(one.auc())));
                numbers().values().forEach(number -> cells.add(DocumentTable.cell(number.applyAsDouble(one))));
                cells.addAll(List.of(
                        DocumentTable.cell(one.folds()), DocumentTable.cell(one.foldsWithout()), DocumentTable.cell(one.casesWithout()),
                        one.why()));
                rows.add(cells);
            }
        }
        return new DocumentTable("repeated.csv", COLUMNS, rows);
    }
}
