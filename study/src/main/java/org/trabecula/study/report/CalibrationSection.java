package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.CalibrationFigure;
import org.trabecula.figures.Curve;
import org.trabecula.figures.DecisionCurveFigure;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.SmoothCurve;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.study.StudyResult;

/// Whether a probability of 30 % means 30 in a hundred, and whether acting on it helps.
final class CalibrationSection {
    private CalibrationSection() {}

    static void write(Html page, StudyResult result) {
        List<Evaluation.Row> test = result.evaluation().rows().stream()
                .filter(row -> row.kind() == Scores.Kind.TEST)
                .toList();
        if (test.isEmpty()) {
            return;
        }
        page.section("calibration", "Calibration and use");
        page.markup("<div class=\"pair\">");
        calibration(page, result, test.getLast());
        decision(page, test);
        page.markup("</div>");
        page.table(
                "Calibration on test cases. Slope 1 and intercept 0 are perfect; a slope below 1 means probabilities that are "
                        + "too extreme. E/O: expected over observed cases of the positive class. ICI: mean distance of the smoothed curve from "
                        + "the diagonal.",
                List.of("Model", "Slope", "Intercept", "E/O", "ICI", "Brier", "Scaled Brier"), rows(test));
        page.end();
    }

    private static void calibration(Html page, StudyResult result, Evaluation.Row row) {
        Scores scores = result.scores().stream()
                .filter(s -> s.kind() == Scores.Kind.TEST && s.model().equals(row.model()))
                .findFirst()
                .orElseThrow();
        String name = Names.model(row.model());
        Calibration c = row.calibration();
        page.figure(
                CalibrationFigure.svg(
                        name + ", calibration on test cases",
                        List.of(new CalibrationFigure.Model(name, curve(c.flexible()))),
                        List.of(),
                        of(scores, 1),
                        of(scores, 0),
                        List.of(
                                String.format(Locale.ROOT, "slope %.2f", c.line().slope()),
                                String.format(Locale.ROOT, "intercept %.2f", c.inTheLarge().intercept()),
                                String.format(Locale.ROOT, "Brier %.3f", c.brier()))),
                "Calibration of the " + name.toLowerCase(Locale.ROOT) + " on test cases (loess); below, the distribution of "
                        + "probabilities, " + result.cohort().classes().positive() + " upwards.");
    }

    private static void decision(Html page, List<Evaluation.Row> test) {
        List<DecisionCurveFigure.Model> models = new ArrayList<>();
        for (Evaluation.Row row : test) {
            models.add(new DecisionCurveFigure.Model(
                    Names.model(row.model()), curve(row.decision().model(), DecisionPoint::netBenefit)));
        }
        Evaluation.Row any = test.getFirst();
        page.figure(
                DecisionCurveFigure.svg(
                        "Decision curves, test cases", models, curve(any.decision().all(), DecisionPoint::netBenefit),
                        (double) any.positives() / any.n()),
                "Net benefit of acting on each model at a threshold probability, against acting on everybody or nobody.");
    }

    private static Curve curve(List<DecisionPoint> points, java.util.function.ToDoubleFunction<DecisionPoint> y) {
        return new Curve(
                points.stream().mapToDouble(DecisionPoint::threshold).toArray(), points.stream().mapToDouble(y).toArray());
    }

    private static Curve curve(SmoothCurve smooth) {
        double[] x = new double[smooth.size()];
        double[] y = new double[smooth.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = smooth.x(k);
            y[k] = smooth.y(k);
        }
        return new Curve(x, y);
    }

    private static double[] of(Scores scores, int outcome) {
        return java.util.stream.IntStream.range(0, scores.scores().length)
                .filter(row -> scores.outcomes()[row] == outcome)
                .mapToDouble(row -> scores.scores()[row])
                .toArray();
    }

    private static List<List<String>> rows(List<Evaluation.Row> test) {
        List<List<String>> rows = new ArrayList<>();
        for (Evaluation.Row row : test) {
            Calibration c = row.calibration();
            rows.add(List.of(
                    Names.model(row.model()), Names.three(c.line().slope()), Names.three(c.inTheLarge().intercept()),
                    Names.three(c.expectedObserved()), Names.three(c.errors().mean()), Names.three(c.brier()),
                    Names.three(c.brierScaled())));
        }
        return rows;
    }
}
