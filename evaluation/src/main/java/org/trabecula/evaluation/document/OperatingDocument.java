package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.Proportion;

/// A cut-off and its table of counts: an object of `cutoffs`, a row of `confusion.csv`.
final class OperatingDocument {
    static final List<String> COLUMNS = List.of(
            "model", "part", "kind", "cutoff", "threshold", "tp", "fp", "fn", "tn", "sensitivity", "specificity", "ppv", "npv",
            "accuracy", "f1", "balanced_accuracy", "mcc", "kappa");

    private OperatingDocument() {}

    /// @param level of the intervals of shares
    static JsonObject object(Evaluation.OperatingPoint point, double level) {
        Confusion table = point.confusion();
        String why = "a row or column of the table is empty";
        JsonObject object = new JsonObject()
                .number(
                        "threshold", point.cutoff().threshold(),
                        point.byFold().isEmpty() ? "no threshold is better than calling all alike" : "each fold has its own")
                .put("rule", point.cutoff().rule());
        if (!point.byFold().isEmpty()) {
            object.put("thresholds_by_fold", JsonObject.list(point.byFold().stream().mapToDouble(one -> one).toArray()));
        }
        return object.put("tp", table.tp())
                .put("fp", table.fp())
                .put("tn", table.tn())
                .put("fn", table.fn())
                .put("sensitivity", share(table.sensitivity(), level))
                .put("specificity", share(table.specificity(), level))
                .put("ppv", share(table.ppv(), level))
                .put("npv", share(table.npv(), level))
                .put("accuracy", share(table.accuracy(), level))
                .number("f1", table.f1(), why)
                .number("balanced_accuracy", table.balancedAccuracy(), why)
                .number("mcc", table.matthews(), why)
                .number("kappa", table.kappa(), why);
    }

    private static Object share(Proportion share, double level) {
        String why = "nobody to count";
        return new JsonObject()
                .number("value", share.value(), why)
                .interval("ci_wilson", share.wilson(level), why)
                .interval("ci_exact", share.exact(level), why)
                .map();
    }

    /// Empty where no threshold is better than calling all alike, and where each fold has its own.
    private static String threshold(Evaluation.OperatingPoint point) {
        double threshold = point.cutoff().threshold();
        return Double.isFinite(threshold) ? DocumentTable.cell(threshold) : "";
    }

    static List<List<String>> cells(Evaluation.Row row) {
        List<List<String>> rows = new ArrayList<>();
        row.operating().forEach((key, point) -> {
            Confusion table = point.confusion();
            rows.add(List.of(
                    row.model(), row.part().label(), row.kind().label(), key, threshold(point),
                    DocumentTable.cell(table.tp()), DocumentTable.cell(table.fp()), DocumentTable.cell(table.fn()),
                    DocumentTable.cell(table.tn()), DocumentTable.cell(table.sensitivity().value()),
                    DocumentTable.cell(table.specificity().value()), DocumentTable.cell(table.ppv().value()),
                    DocumentTable.cell(table.npv().value()), DocumentTable.cell(table.accuracy().value()),
                    DocumentTable.cell(table.f1()), DocumentTable.cell(table.balancedAccuracy()),
                    DocumentTable.cell(table.matthews()), DocumentTable.cell(table.kappa())));
        });
        return rows;
    }
}
