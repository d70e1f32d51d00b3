package org.trabecula.evaluation.document;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.RocPoint;

/// Points of the curves of discrimination: rows of `roc.csv` and `precision-recall.csv`, thinned where there are many.
final class CurveCells {
    static final List<String> ROC_COLUMNS =
            List.of("model", "part", "kind", "threshold", "false_positive_rate", "sensitivity");
    static final List<String> PRECISION_RECALL_COLUMNS =
            List.of("model", "part", "kind", "threshold", "recall", "precision");

    private CurveCells() {}

    /// Corners from "none positive"; the first has no threshold.
    static List<List<String>> roc(Evaluation.Row row) {
        List<RocPoint> points = row.curve().points();
        List<List<String>> rows = new ArrayList<>();
        for (int k : Thinned.indices(points.size(), Thinned.IN_TABLES)) {
            RocPoint point = points.get(points.size() - 1 - k);
            rows.add(cells(row, point.threshold(), 1 - point.specificity(), point.sensitivity()));
        }
        return rows;
    }

    /// From recall 1 down; the last point has no threshold.
    static List<List<String>> precisionRecall(Evaluation.Row row) {
        List<PrecisionRecall.Point> points = row.precisionRecall().points();
        List<List<String>> rows = new ArrayList<>();
        for (int k : Thinned.indices(points.size(), Thinned.IN_TABLES)) {
            PrecisionRecall.Point point = points.get(k);
            rows.add(cells(row, point.threshold(), point.recall(), point.precision()));
        }
        return rows;
    }

    private static List<String> cells(Evaluation.Row row, double threshold, double x, double y) {
        return List.of(
                row.model(), row.part().label(), row.kind().label(), DocumentTable.cell(threshold), DocumentTable.cell(x),
                DocumentTable.cell(y));
    }
}
