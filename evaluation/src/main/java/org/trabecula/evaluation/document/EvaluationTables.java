package org.trabecula.evaluation.document;

import java.util.List;
import org.trabecula.evaluation.Evaluation;

/// The tables of an evaluation, the same columns for a table of scores and for a study.
public final class EvaluationTables {
    private EvaluationTables() {}

    /// All of them, in the order they are written.
    public static List<DocumentTable> all(Evaluation evaluation) {
        List<Evaluation.Row> rows = evaluation.rows();
        List<Evaluation.Row> probabilities = rows.stream().filter(row -> row.probabilities().isPresent()).toList();
        return List.of(
                new DocumentTable("auc.csv", AucDocument.COLUMNS, rows.stream().map(AucDocument::cells).toList()),
                new DocumentTable("delong.csv", ComparisonDocument.COLUMNS, ComparisonDocument.cells(evaluation)),
                new DocumentTable(
                        "confusion.csv", OperatingDocument.COLUMNS,
                        rows.stream().flatMap(row -> OperatingDocument.cells(row).stream()).toList()),
                new DocumentTable(
                        "calibration.csv", CalibrationDocument.COLUMNS,
                        probabilities.stream().map(CalibrationDocument::cells).toList()),
                new DocumentTable(
                        "calibration-curve.csv", CalibrationDocument.CURVE_COLUMNS,
                        probabilities.stream().flatMap(row -> CalibrationDocument.curveCells(row).stream()).toList()),
                new DocumentTable(
                        "calibration-band.csv", CalibrationDocument.BAND_COLUMNS,
                        probabilities.stream().flatMap(row -> CalibrationDocument.bandCells(row).stream()).toList()),
                new DocumentTable("dca.csv", DecisionDocument.COLUMNS, DecisionDocument.cells(evaluation)),
                new DocumentTable(
                        "roc.csv", CurveCells.ROC_COLUMNS,
                        rows.stream().flatMap(row -> CurveCells.roc(row).stream()).toList()),
                new DocumentTable(
                        "precision-recall.csv", CurveCells.PRECISION_RECALL_COLUMNS,
                        rows.stream().flatMap(row -> CurveCells.precisionRecall(row).stream()).toList()));
    }

    /// Their names, to be known before anything is computed.
    public static List<String> files() {
        return List.of(
                "auc.csv", "delong.csv", "confusion.csv", "calibration.csv", "calibration-curve.csv", "calibration-band.csv",
                "dca.csv", "roc.csv", "precision-recall.csv");
    }
}
