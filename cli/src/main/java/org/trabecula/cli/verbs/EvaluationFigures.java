package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.document.Thinned;
import org.trabecula.figures.CalibrationFigure;
import org.trabecula.figures.ConfusionFigure;
import org.trabecula.figures.Curve;
import org.trabecula.figures.DecisionCurveFigure;
import org.trabecula.figures.PrecisionRecallFigure;
import org.trabecula.figures.Ribbon;
import org.trabecula.figures.RocFigure;
import org.trabecula.figures.WaterfallFigure;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.HosmerLemeshow;
import org.trabecula.stats.calibration.SmoothCurve;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.Proportion;
import org.trabecula.stats.roc.RocPoint;

/// The figures of `evaluate -o DIR`, by file name. Curves of many rows are drawn through a thousand of their points.
///
/// @param evaluator that made the evaluation
/// @param positive  what a case is called
/// @param negative  what a control is called
record EvaluationFigures(Evaluation evaluation, Evaluator evaluator, String positive, String negative) {
    /// Replicates of the ROC curve's band: 1,000, fewer where a curve of many rows makes each costly and the band a hair's
    /// breadth, at least 100.
    private static final int MOST_REPLICATES = 1000;
    private static final int FEWEST_REPLICATES = 100;
    private static final int ROWS_OF_ALL_REPLICATES = 50_000_000;

    /// Names of all that may be drawn, known before anything is computed.
    static List<String> files(List<String> models) {
        return Stream.concat(
                        Stream.of("roc.svg", "precision-recall.svg", "decision-curve.svg"),
                        models.stream().flatMap(model -> Stream.of("calibration-", "confusion-", "waterfall-")
                                .map(figure -> figure + file(model))))
                .toList();
    }

    Map<String, String> all() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("roc.svg", roc());
        figures.put("precision-recall.svg", precisionRecall());
        List<Evaluation.Row> probabilities =
                evaluation.rows().stream().filter(row -> row.probabilities().isPresent()).toList();
        if (!probabilities.isEmpty() && evaluation.settings().decision().thresholds().length > 1) {
            figures.put("decision-curve.svg", decisionCurve(probabilities));
        }
        for (Evaluation.Row row : evaluation.rows()) {
            String file = file(row.model());
            row.probabilities().ifPresent(
                    found -> figures.put("calibration-" + file, calibration(row, found.calibration())));
            figures.put("confusion-" + file,
                    ConfusionFigure.svg("Confusion table of " + row.model(), row.confusion(), positive, negative));
            if (Double.isFinite(row.cutoff().threshold())) {
                figures.put("waterfall-" + file, waterfall(row));
            }
        }
        return figures;
    }

    /// A name that any file system takes.
    private static String file(String model) {
        return model.replaceAll("[^A-Za-z0-9._-]", "_") + ".svg";
    }

    /// The first model has the band, so that it can be read.
    private String roc() {
        List<RocFigure.Model> curves = new ArrayList<>();
        for (Evaluation.Row row : evaluation.rows()) {
            List<RocPoint> points = row.curve().points().reversed(); // from "none positive", at (0, 0)
            Curve curve = thinned(points.size(), k -> 1 - points.get(k).specificity(), k -> points.get(k).sensitivity());
            curves.add(new RocFigure.Model(
                    row.model(), curve, row.reported(), curves.isEmpty() ? Optional.of(band(row)) : Optional.empty()));
        }
        return RocFigure.svg("ROC curves", curves);
    }

    private Ribbon band(Evaluation.Row row) {
        double[] specificities = IntStream.rangeClosed(0, 100).mapToDouble(k -> 1 - k / 100.0).toArray();
        List<Interval> limits = evaluator.sensitivityBand(
                row.scores(), specificities, Math.max(evaluation.settings().resampling().areas(), replicates(row.n())));
        double[] x = Arrays.stream(specificities).map(specificity -> 1 - specificity).toArray();
        return new Ribbon(
                new Curve(x, limits.stream().mapToDouble(Interval::lower).toArray()),
                new Curve(x, limits.stream().mapToDouble(Interval::upper).toArray()));
    }

    private static int replicates(int rows) {
        return Math.clamp(ROWS_OF_ALL_REPLICATES / rows, FEWEST_REPLICATES, MOST_REPLICATES);
    }

    private String precisionRecall() {
        List<PrecisionRecallFigure.Model> curves = new ArrayList<>();
        for (Evaluation.Row row : evaluation.rows()) {
            List<PrecisionRecall.Point> points = row.precisionRecall().points();
            curves.add(new PrecisionRecallFigure.Model(
                    row.model(),
                    thinned(points.size(), k -> points.get(k).recall(), k -> points.get(k).precision()),
                    row.precisionRecall().averagePrecision()));
        }
        Evaluation.Row any = evaluation.rows().getFirst();
        return PrecisionRecallFigure.svg("Precision and recall", curves, (double) any.positives() / any.n());
    }

    private static String decisionCurve(List<Evaluation.Row> rows) {
        List<DecisionCurveFigure.Model> curves = rows.stream()
                .map(row -> new DecisionCurveFigure.Model(row.model(), curve(row.decision().model())))
                .toList();
        Evaluation.Row any = rows.getFirst();
        return DecisionCurveFigure.svg("Decision curves", curves, curve(any.decision().all()), any.decision().prevalence());
    }

    private static Curve curve(List<DecisionPoint> points) {
        return new Curve(
                points.stream().mapToDouble(DecisionPoint::threshold).toArray(),
                points.stream().mapToDouble(DecisionPoint::netBenefit).toArray());
    }

    private String calibration(Evaluation.Row row, Calibration found) {
        SmoothCurve smooth = found.curve();
        List<CalibrationFigure.Group> groups = found.hosmerLemeshow().groups().stream().map(this::group).toList();
        List<String> words = Double.isNaN(found.line().slope()) ? List.of() : List.of(
                "slope " + Shown.fixed(found.line().slope(), 2) + ", intercept " + Shown.fixed(found.line().intercept(), 2),
                "Brier " + Shown.fixed(found.brier(), 3) + ", E/O " + Shown.fixed(found.expectedObserved(), 2),
                "ICI " + Shown.fixed(found.errors().mean(), 3));
        Outcome outcome = row.scores().outcome();
        return CalibrationFigure.svg("Calibration of " + row.model(),
                List.of(new CalibrationFigure.Model(
                        row.model() + ", lowess", thinned(smooth.size(), smooth::x, smooth::y))),
                groups, outcome.valuesOf(true, row.scores().scores()), outcome.valuesOf(false, row.scores().scores()), words);
    }

    /// A tenth of the rows with Wilson's interval of its share of cases.
    private CalibrationFigure.Group group(HosmerLemeshow.Group tenth) {
        Interval interval = new Proportion(tenth.observed(), tenth.rows()).wilson(evaluation.settings().level());
        return new CalibrationFigure.Group(tenth.expected() / tenth.rows(), (double) tenth.observed() / tenth.rows(),
                interval.lower(), interval.upper());
    }

    private String waterfall(Evaluation.Row row) {
        double[] score = row.scores().scores();
        Outcome outcome = row.scores().outcome();
        String title = "Scores of " + row.model();
        if (score.length > Thinned.IN_FIGURES) {
            int[] order = row.scores().ascending();
            int[] shown = Arrays.stream(Thinned.indices(order.length, Thinned.IN_FIGURES)).map(k -> order[k]).toArray();
            title += ", " + shown.length + " of " + score.length + " rows";
            outcome = outcome.select(shown);
            score = Arrays.stream(shown).mapToDouble(at -> row.scores().scores()[at]).toArray();
        }
        return WaterfallFigure.svg(title, score, outcome, row.cutoff().threshold(), positive, negative);
    }

    private static Curve thinned(int size, IntToDoubleFunction x, IntToDoubleFunction y) {
        int[] kept = Thinned.indices(size, Thinned.IN_FIGURES);
        return new Curve(
                Arrays.stream(kept).mapToDouble(x).toArray(), Arrays.stream(kept).mapToDouble(y).toArray());
    }
}
