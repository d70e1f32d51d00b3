package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.figures.Curve;
import org.trabecula.figures.LearningCurveFigure;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.study.result.CentreEvaluation;
import org.trabecula.study.result.LearningCurve;

/// Parts of the section on repeated cross-validation: performance by number of training patients, and by centre.
final class RepeatedParts {
    private RepeatedParts() {}

    static void curve(List<Block> blocks, LearningCurve curve) {
        List<LearningCurveFigure.Series> series = new ArrayList<>();
        for (SignatureKind signature : SignatureKind.values()) {
            List<LearningCurve.Point> points = curve.points().stream().filter(point -> point.signature() == signature).toList();
            if (!points.isEmpty()) {
                series.add(new LearningCurveFigure.Series(
                        Names.model(signature.label()),
                        new Curve(
                                points.stream().mapToDouble(LearningCurve.Point::patients).toArray(),
                                points.stream().mapToDouble(LearningCurve.Point::mean).toArray()),
                        points.stream().mapToDouble(LearningCurve.Point::sd).toArray()));
            }
        }
        if (series.isEmpty()) {
            return;
        }
        int folds = curve.points().stream().mapToInt(LearningCurve.Point::folds).max().orElse(0);
        blocks.add(new Block.Heading("More patients"));
        blocks.add(Block.Figure.drawing(
                "learning-curve", LearningCurveFigure.svg("Learning curve", series),
                Prose.of("Mean AUC within folds of the signatures' scores, by the number of patients that were fitted to: " + Shown.count(folds, "fold")
                        + " of " + Shown.count(curve.times(), "repetition") + ". A smaller part of a fold's patients is contained in the larger ones. "
                        + "Bands: one standard deviation over folds, no confidence interval.")));
        blocks.add(Block.Remark.of("A line that still rises at its right end says that more patients would help; one that is flat, that they would not "
                + "help this method much. Scores are looked at whether they would pass for a usable model or not."));
    }

    static void centres(List<Block> blocks, CentreEvaluation centres) {
        if (centres.rows().isEmpty()) {
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (CentreEvaluation.Row row : centres.rows()) {
            rows.add(Cell.row(
                    Cell.words(row.centre()), Cell.words(Names.model(row.model())), Cell.count(row.n()), Cell.count(row.positives()),
                    row.auc().map(Names::aucCell).orElseGet(() -> new Cell.Missing(inShort(row.why()))),
                    number(row, row.numbers().map(Repetition::slope).orElse(Double.NaN)),
                    number(row, row.numbers().map(Repetition::intercept).orElse(Double.NaN)),
                    number(row, row.numbers().map(Repetition::sensitivity).orElse(Double.NaN)),
                    number(row, row.numbers().map(Repetition::specificity).orElse(Double.NaN))));
        }
        blocks.add(new Block.Heading("A centre that the models never saw"));
        blocks.add(new Block.Table(
                "centres",
                Prose.of("Leave-one-centre-out: each centre judged by models, calibration and cut-offs that were fitted to the other centres. AUC with 95 % "
                        + "interval, patients as clusters. It is what a new hospital may expect, as far as these centres stand for it."),
                List.of("Centre", "Model", "n", "Positive", "AUC", "Slope", "Intercept", "Sensitivity", "Specificity"), rows));
        if (!centres.note().isEmpty()) {
            blocks.add(Block.Remark.of(centres.note()));
        }
    }

    /// Why there is none is told whole in `centres.csv`.
    private static String inShort(String why) {
        int colon = why.indexOf(':');
        return colon < 0 ? why : why.substring(0, colon);
    }

    private static Cell number(CentreEvaluation.Row row, double value) {
        return row.auc().isEmpty() ? new Cell.Missing("") : Cell.fixed(value, 3);
    }
}
