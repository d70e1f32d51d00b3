package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.roc.AucEstimate;

/// Rows of `auc.csv`: every area with its n, the interval that is reported and those beside it, and the average precision with the
/// prevalence that a score without knowledge reaches.
final class AucDocument {
    static final List<String> COLUMNS = List.of(
            "model", "part", "kind", "n", "positives", "patients", "auc", "ci_lower", "ci_upper", "ci_method", "delong_se",
            "delong_lower", "delong_upper", "clustered_se", "clustered_lower", "clustered_upper", "bootstrap_lower", "bootstrap_upper",
            "bootstrap_replicates", "average_precision", "prevalence");

    private AucDocument() {}

    static List<String> cells(Evaluation.Row row) {
        List<String> cells = new ArrayList<>(DocumentTable.whose(row));
        cells.addAll(List.of(
                DocumentTable.cell(row.n()), DocumentTable.cell(row.positives()),
                row.isGrouped() ? DocumentTable.cell(row.patients()) : "", DocumentTable.cell(row.auc().auc()),
                DocumentTable.cell(row.interval().lower()), DocumentTable.cell(row.interval().upper()),
                row.interval().method().label()));
        cells.addAll(limits(row.plain()));
        cells.addAll(row.isGrouped() ? limits(row.auc()) : List.of("", "", ""));
        cells.addAll(row.drawn()
                .map(drawn -> List.of(
                        DocumentTable.cell(drawn.lower()), DocumentTable.cell(drawn.upper()), DocumentTable.cell(drawn.replicates())))
                .orElse(List.of("", "", "")));
        cells.addAll(List.of(
                DocumentTable.cell(row.precisionRecall().averagePrecision()), DocumentTable.cell(row.precisionRecall().prevalence())));
        return cells;
    }

    private static List<String> limits(AucEstimate estimate) {
        return List.of(
                DocumentTable.cell(Math.sqrt(estimate.variance())), DocumentTable.cell(estimate.lower()),
                DocumentTable.cell(estimate.upper()));
    }
}
