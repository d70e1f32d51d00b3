package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.Curve;
import org.trabecula.figures.PrecisionRecallFigure;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.stats.roc.PrecisionRecall;

/// Precision over recall, test and cross-fitted, with the line of a score that knows nothing.
final class PrecisionRecallCurves {
    private PrecisionRecallCurves() {}

    static Optional<Block> of(Evaluation evaluation) {
        List<Figure> figures = new ArrayList<>();
        add(figures, evaluation, Scores.Kind.TEST, "test cases");
        add(figures, evaluation, Scores.Kind.CROSSFIT, "training cases, cross-fitted");
        return figures.isEmpty() ? Optional.empty() : Optional.of(new Block.SideBySide(figures));
    }

    private static void add(List<Figure> figures, Evaluation evaluation, Scores.Kind kind, String whose) {
        List<Evaluation.Row> rows = evaluation.rows().stream().filter(row -> row.kind() == kind).toList();
        if (rows.isEmpty()) {
            return;
        }
        List<PrecisionRecallFigure.Model> models = rows.stream()
                .map(row -> new PrecisionRecallFigure.Model(
                        Names.model(row.model()), curve(row.precisionRecall()), row.precisionRecall().averagePrecision()))
                .toList();
        Evaluation.Row widest = rows.stream().reduce((a, b) -> b.n() > a.n() ? b : a).orElseThrow();
        double prevalence = widest.precisionRecall().prevalence();
        figures.add(Figure.drawing(
                "precision-recall-" + kind.label(),
                PrecisionRecallFigure.svg("Precision and recall, " + whose, models, prevalence),
                Prose.of("Precision and recall, " + whose + " (" + widest.positives() + " of " + widest.n()
                        + " positive). AP: average precision, the mean of the precision over the steps of recall. The dashed line at "
                        + Shown.fixed(prevalence, 3) + " is the share of positive cases, which a score without knowledge reaches.")));
    }

    private static Curve curve(PrecisionRecall found) {
        List<PrecisionRecall.Point> points = found.points();
        return new Curve(
                points.stream().mapToDouble(PrecisionRecall.Point::recall).toArray(),
                points.stream().mapToDouble(PrecisionRecall.Point::precision).toArray());
    }
}
