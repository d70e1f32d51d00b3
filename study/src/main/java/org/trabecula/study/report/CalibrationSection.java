package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.CalibrationFigure;
import org.trabecula.figures.Curve;
import org.trabecula.figures.DecisionCurveFigure;
import org.trabecula.figures.Ribbon;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.Interval;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.CalibrationBand;
import org.trabecula.stats.calibration.SmoothCurve;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.study.result.StudyResult;

/// Whether a probability of 30 % means 30 in a hundred, and whether acting on it helps.
final class CalibrationSection {
    private CalibrationSection() {}

    static Section of(StudyResult result) {
        List<Evaluation.Row> test = result.evaluation().rows().stream()
                .filter(row -> row.kind() == Scores.Kind.TEST)
                .toList();
        List<Evaluation.NoModel> none = result.evaluation().without().stream()
                .filter(row -> row.kind() == Scores.Kind.TEST)
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!test.isEmpty()) {
            blocks.add(new Block.SideBySide(List.of(curve("calibration-curve", result, test.getLast()), decision(result, test))));
            if (test.size() > 1) {
                blocks.add(new Block.Fold("Calibration and decision curves of each model", List.of(new Block.SideBySide(each(result, test)))));
            }
            SmallSamples.ofCalibration(test.getLast(), result.cohort().classes())
                    .ifPresent(few -> blocks.add(Block.Remark.of(few)));
            blocks.add(new Block.Table(
                    "calibration-table",
                    Prose.of("Calibration on " + Shown.count(result.split().test().size(), "test case") + ". Slope 1 and intercept 0 are perfect; a slope below 1 means probabilities that are "
                            + "too extreme. E/O: expected over observed cases of the positive class, "
                            + result.cohort().classes().positive() + ". ICI: mean distance of the smoothed curve from the diagonal. Brier: "
                            + "mean squared error of the probability, smaller is better."),
                    List.of("Model", "Slope", "Intercept", "E/O", "ICI", "Brier", "Scaled Brier"),
                    Stream.concat(test.stream().map(CalibrationSection::cells), none.stream().map(CalibrationSection::cells)).toList()));
        } else if (!none.isEmpty()) {
            blocks.add(Block.Paragraph.of("No model is usable, so no probability of a test case can be checked."));
        }
        return new Section("calibration", "Calibration and clinical use", blocks);
    }

    /// Each model by itself, so that bands can be told apart.
    private static List<Figure> each(StudyResult result, List<Evaluation.Row> test) {
        List<Figure> figures = new ArrayList<>();
        for (Evaluation.Row row : test) {
            if (row != test.getLast()) {
                figures.add(curve("calibration-curve-" + row.model(), result, row));
            }
            String name = Names.model(row.model());
            figures.add(Figure.drawing(
                    "decision-curve-" + row.model(),
                    DecisionCurveFigure.svg(
                            name + ", decision curve of test cases", List.of(withBand(row)), curve(row.decision().all()),
                            (double) row.positives() / row.n()),
                    Prose.of(name + ": decision curve of test cases (n = " + row.n() + ")" + band(result)
                            + ".")));
        }
        return figures;
    }

    private static String band(StudyResult result) {
        int draws = result.settings().evaluation().bands();
        return draws == 0 ? "" : "; 95 % band, pointwise, by " + draws + " draws of patients";
    }

    private static DecisionCurveFigure.Model withBand(Evaluation.Row row) {
        String name = Names.model(row.model());
        Curve curve = curve(row.decision().model());
        List<Interval> band = row.probabilities().orElseThrow().band();
        double[] x = row.decision().model().stream().mapToDouble(DecisionPoint::threshold).toArray();
        return new DecisionCurveFigure.Model(name, curve, ribbon(x, band));
    }

    /// As far as there are limits.
    private static Optional<Ribbon> ribbon(double[] x, List<Interval> limits) {
        int[] known = IntStream.range(0, limits.size()).filter(k -> !Double.isNaN(limits.get(k).lower())).toArray();
        if (known.length < 2) {
            return Optional.empty();
        }
        double[] at = IntStream.of(known).mapToDouble(k -> x[k]).toArray();
        return Optional.of(new Ribbon(
                new Curve(at, IntStream.of(known).mapToDouble(k -> limits.get(k).lower()).toArray()),
                new Curve(at, IntStream.of(known).mapToDouble(k -> limits.get(k).upper()).toArray())));
    }

    private static Optional<Ribbon> ribbon(CalibrationBand band) {
        return ribbon(band.at().stream().mapToDouble(at -> at).toArray(), band.intervals());
    }

    private static Figure curve(String key, StudyResult result, Evaluation.Row row) {
        Scores scores = result.scores().stream()
                .filter(s -> s.kind() == Scores.Kind.TEST && s.model().equals(row.model()))
                .findFirst()
                .orElseThrow();
        String name = Names.model(row.model());
        Calibration c = row.calibration();
        return Figure.drawing(
                key,
                CalibrationFigure.svg(
                        name + ", calibration on test cases",
                        List.of(new CalibrationFigure.Model(
                                name, curve(c.flexible()), ribbon(row.probabilities().orElseThrow().curveBand()))),
                        List.of(),
                        scores.outcome().valuesOf(true, scores.scores()),
                        scores.outcome().valuesOf(false, scores.scores()),
                        List.of(
                                "slope " + Shown.fixed(c.line().slope(), 2),
                                "intercept " + Shown.fixed(c.inTheLarge().intercept(), 2),
                                "Brier " + Shown.fixed(c.brier(), 3))),
                Prose.of(name + ": calibration on test cases (loess, n = " + row.n() + ")" + band(result)
                        + "; below, the distribution of "
                        + "probabilities, " + result.cohort().classes().positive() + " upwards."));
    }

    private static Figure decision(StudyResult result, List<Evaluation.Row> test) {
        List<DecisionCurveFigure.Model> models = test.stream()
                .map(row -> row == test.getLast()
                        ? withBand(row)
                        : new DecisionCurveFigure.Model(Names.model(row.model()), curve(row.decision().model())))
                .toList();
        Evaluation.Row any = test.getFirst();
        return Figure.drawing(
                "decision-curves",
                DecisionCurveFigure.svg(
                        "Decision curves, test cases", models, curve(any.decision().all()), (double) any.positives() / any.n()),
                Prose.of("Decision curves of test cases (n = " + any.n() + "): net benefit of acting on each model at a threshold probability, against acting "
                        + "on everybody or nobody." + (band(result).isEmpty()
                                ? ""
                                : " The band belongs to the " + Names.inSentence(test.getLast().model()) + band(result) + ".")));
    }

    private static Curve curve(List<DecisionPoint> points) {
        return new Curve(
                points.stream().mapToDouble(DecisionPoint::threshold).toArray(),
                points.stream().mapToDouble(DecisionPoint::netBenefit).toArray());
    }

    private static Curve curve(SmoothCurve smooth) {
        return new Curve(
                IntStream.range(0, smooth.size()).mapToDouble(smooth::x).toArray(),
                IntStream.range(0, smooth.size()).mapToDouble(smooth::y).toArray());
    }

    private static List<Cell> cells(Evaluation.Row row) {
        Calibration c = row.calibration();
        return Cell.row(
                Cell.words(Names.model(row.model())), Cell.fixed(c.line().slope(), 3), Cell.fixed(c.inTheLarge().intercept(), 3),
                Cell.fixed(c.expectedObserved(), 3), Cell.fixed(c.errors().mean(), 3), Cell.fixed(c.brier(), 3),
                Cell.fixed(c.brierScaled(), 3));
    }

    private static List<Cell> cells(Evaluation.NoModel none) {
        return Cell.row(
                Cell.words(Names.model(none.model())), Cell.words("no usable model"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY,
                Cell.EMPTY);
    }
}
