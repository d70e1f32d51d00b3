package org.trabecula.study.written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.evaluation.document.DocumentTable;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.study.result.CentreEvaluation;
import org.trabecula.study.result.LearningCurve;
import org.trabecula.table.FeatureTableFile;

/// The learning curve and the centres left out, as tables and as parts of `repeated.json`.
final class RepeatedTables {
    private static final List<String> CURVE =
            List.of("signature", "share", "patients", "cases", "folds", "auc_mean", "auc_sd");
    private static final List<String> CENTRES = List.of(
            "centre", "model", "n", "positives", "patients", "auc", "auc_lower", "auc_upper", "calibration_slope", "calibration_intercept",
            "brier", "sensitivity", "specificity", "why");

    private RepeatedTables() {}

    static DocumentTable curve(String file, LearningCurve curve) {
        List<List<String>> rows = curve.points().stream()
                .map(point -> List.of(
                        point.signature().label(), number(point.share()), number(point.patients()), number(point.cases()),
                        Integer.toString(point.folds()), number(point.mean()), number(point.sd())))
                .toList();
        return new DocumentTable(file, CURVE, rows);
    }

    static DocumentTable centres(String file, CentreEvaluation centres) {
        List<List<String>> rows = new ArrayList<>();
        for (CentreEvaluation.Row row : centres.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.centre(), row.model(), Integer.toString(row.n()), Integer.toString(row.positives()), Integer.toString(row.patients())));
            numbers(row).values().forEach(value -> cells.add(number(value)));
            cells.add(row.why());
            rows.add(cells);
        }
        return new DocumentTable(file, CENTRES, rows);
    }

    static Map<String, @Nullable Object> curve(LearningCurve curve) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("repetitions", curve.times());
        List<Map<String, @Nullable Object>> points = new ArrayList<>();
        for (LearningCurve.Point point : curve.points()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("signature", point.signature().label());
            one.put("share", point.share());
            one.put("patients", point.patients());
            one.put("cases", point.cases());
            one.put("folds", point.folds());
            put(one, "auc_mean", point.mean(), "no fold has an area");
            put(one, "auc_sd", point.sd(), "fewer than two folds have an area");
            points.add(one);
        }
        json.put("points", points);
        return json;
    }

    static Map<String, @Nullable Object> centres(CentreEvaluation centres) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (CentreEvaluation.Row row : centres.rows()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("centre", row.centre());
            one.put("model", row.model());
            one.put("n", row.n());
            one.put("positives", row.positives());
            one.put("patients", row.patients());
            numbers(row).forEach((name, value) -> put(one, name, value, row.why().isEmpty() ? "not estimable" : row.why()));
            rows.add(one);
        }
        json.put("rows", rows);
        if (!centres.why().isEmpty()) {
            json.put("why", centres.why());
        }
        if (!centres.note().isEmpty()) {
            json.put("note", centres.note());
        }
        return json;
    }

    /// In the order of the table; NaN where there is none.
    private static Map<String, Double> numbers(CentreEvaluation.Row row) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Optional<AucEstimate> auc = row.auc();
        Optional<Repetition> of = row.numbers();
        numbers.put("auc", auc.map(AucEstimate::auc).orElse(Double.NaN));
        numbers.put("auc_lower", auc.map(AucEstimate::lower).orElse(Double.NaN));
        numbers.put("auc_upper", auc.map(AucEstimate::upper).orElse(Double.NaN));
        numbers.put("calibration_slope", of.map(Repetition::slope).orElse(Double.NaN));
        numbers.put("calibration_intercept", of.map(Repetition::intercept).orElse(Double.NaN));
        numbers.put("brier", of.map(Repetition::brier).orElse(Double.NaN));
        numbers.put("sensitivity", of.map(Repetition::sensitivity).orElse(Double.NaN));
        numbers.put("specificity", of.map(Repetition::specificity).orElse(Double.NaN));
        return numbers;
    }

    private static void put(Map<String, @Nullable Object> json, String name, double value, String why) {
        boolean exists = Double.isFinite(value);
        json.put(name, exists ? value : null);
        if (!exists) {
            json.putIfAbsent("why", why);
        }
    }

    private static String number(double value) {
        return FeatureTableFile.number(value);
    }
}
