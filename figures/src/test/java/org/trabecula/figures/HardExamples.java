package org.trabecula.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.figures.nomogram.MadeUpModels;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.Confusion;

/// Figures from inputs that used to spoil them: λ at the edges, names that differ in the middle, curves where a legend would lie,
/// two cases, values beyond the frame.
final class HardExamples {
    static final List<String> ALIKE = List.of(
            "wavelet-LLH_glszm_LargeAreaHighGrayLevelEmphasis", "wavelet-LHH_glszm_LargeAreaHighGrayLevelEmphasis",
            "log-sigma-2-0-mm-3D_glszm_SmallAreaHighGrayLevelEmphasis", "log-sigma-3-0-mm-3D_glszm_SmallAreaHighGrayLevelEmphasis",
            "hospital_north_scanner_model_of_the_year_2021_hand_crafted_signature_with_age_score",
            "hospital_north_scanner_model_of_the_year_2022_hand_crafted_signature_with_age_score");

    private HardExamples() {}

    static Map<String, String> all() {
        Map<String, String> figures = new LinkedHashMap<>();
        double[] lambdas = {0.3, 0.1, 0.03, 0.01};
        double[] mean = {1.3, 1.2, 1.1, 1.2};
        double[] sd = {0.1, 0.1, 0.1, 0.1};
        figures.put("cv: λ 1se at the right edge", CrossValidationFigure.svg("t", "Binomial deviance", lambdas, mean, sd, 0.1, 0.3));
        figures.put("cv: both at the left edge", CrossValidationFigure.svg("t", "Binomial deviance", lambdas, mean, sd, 0.01, 0.01));
        figures.put("cv: both close together", CrossValidationFigure.svg("t", "Binomial deviance", lambdas, mean, sd, 0.1, 0.105));
        double[][] rows = new double[ALIKE.size()][];
        for (int f = 0; f < rows.length; f++) {
            double top = 2.0 - f / 3.0;
            rows[f] = new double[] {0, top / 3, top / 2, top};
        }
        figures.put("path: curves under every corner", PathFigure.svg("t", lambdas, rows, ALIKE, 0.3));
        figures.put("path: strongest at the left", PathFigure.svg("t", lambdas, rows, ALIKE, 0.01));
        figures.put("coefficients: names alike", CoefficientFigure.svg("t", ALIKE, new double[] {3, 2, 1, -1, -2, -3}));
        figures.put("roc: useless models, long names", RocFigure.svg("t", ALIKE.stream().map(HardExamples::useless).toList()));
        figures.put("pr: low curves", PrecisionRecallFigure.svg("t", ALIKE.stream()
                .map(name -> new PrecisionRecallFigure.Model(name, new Curve(new double[] {0, 1}, new double[] {0.1, 0}), 0.05))
                .toList(), 0.05));
        figures.put("calibration: steep, many words", CalibrationFigure.svg(
                "t", List.of(new CalibrationFigure.Model(ALIKE.getLast(), new Curve(new double[] {0, 0.1, 1}, new double[] {1, 0, 1}))),
                List.of(), new double[] {1, 1, 0.01}, new double[] {0, 0.99},
                List.of("slope 0.80, intercept −0.08", "Brier 0.189, E/O 1.02", "ICI 0.109", "made-up statistic of some length 0.1")));
        figures.put("decision: long names", DecisionCurveFigure.svg(
                "t", ALIKE.stream().map(name -> new DecisionCurveFigure.Model(name, new Curve(new double[] {0, 1}, new double[] {0.5, 0})))
                        .toList(),
                new Curve(new double[] {0, 1}, new double[] {0.5, 0}), 0.5));
        figures.put("waterfall: two cases", WaterfallFigure.svg("t", new double[] {0.1, 0.9}, Outcome.of(false, true), 0.5, "acute", "chronic"));
        figures.put("waterfall: cut-off at the top", WaterfallFigure.svg(
                "t", new double[] {-1e5, 3}, Outcome.of(false, true), 12345.678, "a class with a rather long name", "another class with a long name"));
        double[] icc = {-0.4, Double.NaN, 0.9, 0.5, 0.95, -3};
        double[] lower = {-5, Double.NaN, 0.8, -2, 0.9, -9};
        double[] upper = {0.2, Double.NaN, 0.95, 0.8, 0.99, -1.5};
        figures.put("icc: negative and missing", IccFigure.svg("t", icc, new double[] {0.2, 0.9, -0.5, 0.7, 0.85, 0}, 0.8));
        figures.put("icc rank: negative and missing", IccRankFigure.svg("t", "ICC(2,1)", icc, lower, upper, 0.8));
        figures.put("icc rank: no threshold", IccRankFigure.svg("t", "ICC(2,1)", icc, lower, upper, Double.NaN));
        figures.put("training: two iterations", TrainingFigure.svg(
                "t", List.of(new TrainingFigure.Series("training, by step", new Curve(new double[] {1, 2}, new double[] {0.7, 0.6}))),
                List.of(new TrainingFigure.Series("head", new Curve(new double[] {1, 2}, new double[] {0.01, 0.01})))));
        figures.put("distribution: long names", DistributionFigure.svg(
                "t", ALIKE.getFirst(),
                List.of(new DistributionFigure.Group("without a fracture", new double[] {-12345.5, 3}),
                        new DistributionFigure.Group("with an acute fracture", IntStream.range(0, 300).mapToDouble(n -> n % 7).toArray()))));
        figures.put("confusion: long names", ConfusionFigure.svg("t", new Confusion(123456, 0, 1, 2), "acute, with oedema", "chronic or none"));
        figures.put("abstract: long names, little else", AbstractFigure.svg(
                "t", new AbstractFigure.Cohort(
                        "1 patient, 2 cases", "with bone marrow oedema", "without bone marrow oedema", List.of(new AbstractFigure.Part("Training", 1, 1))),
                List.of(new AbstractFigure.Way("Hand-crafted", List.of("16384 features of a table", "1 kept"))), "AUC, 2 cases",
                List.of(new AbstractFigure.Area("Hand-crafted", 0.1, 0, 0.2), new AbstractFigure.Area("Nomogram", 1, Double.NaN, Double.NaN))));
        figures.put("flow: long reasons", FlowFigure.svg(
                "t", List.of(new FlowFigure.Step(
                        List.of("399 cases eligible in all of the hospitals that took part"),
                        List.of("12 the mask and the image do not cover the same space, see failures.csv", "1 other"))),
                List.of(List.of("Training", "134 cases of 93 patients", "79 with bone marrow oedema, 55 without"), List.of("Test", "34 cases"))));
        figures.put("flow: three groups", FlowFigure.svg(
                "t", List.of(new FlowFigure.Step(List.of("9 cases"), List.of())),
                List.of(List.of("Training of the model", "3 cases"), List.of("Validation", "3 cases"), List.of("Test", "3 cases"))));
        figures.put("repetitions: one value, and none", RepetitionsFigure.svg("t", "AUC", 0.5, List.of(
                new RepetitionsFigure.Row("A", 0.5, Double.NaN, Double.NaN, new double[] {0.5}),
                new RepetitionsFigure.Row("B", Double.NaN, Double.NaN, Double.NaN, new double[] {Double.NaN}))));
        figures.put("selection: names alike", SelectionFigure.svg("t", ALIKE, new int[] {1000, 999, 3, 2, 1, 0}, 1000));
        figures.put("learning curve: one point, and none", LearningCurveFigure.svg("t", List.of(
                new LearningCurveFigure.Series(ALIKE.getFirst(), new Curve(new double[] {3, 4}, new double[] {Double.NaN, 0.2}), new double[] {1, 0}),
                new LearningCurveFigure.Series("B", new Curve(new double[] {3}, new double[] {1}), new double[] {Double.NaN}))));
        figures.put("selection: none", SelectionFigure.svg("t", ALIKE, new int[ALIKE.size()], 10));
        figures.put("forest: long names", ForestFigure.svg(
                "t", "AUC", Scale.linear(0.4, 1, 6), 0.5,
                ALIKE.stream().map(name -> new ForestFigure.Row(name, 12345, -0.5, -0.75, 2)).toList()));
        NomogramModel model = MadeUpModels.logistic("score", "age");
        figures.put("nomogram: steep, with units", NomogramFigure.svg(
                "t", model.nomogram(), model.fitted().link(), "Probability of an acute fracture with oedema",
                variable -> variable.equals("age") ? "age (years)" : variable));
        return figures;
    }

    /// Correlation maps have words on colours and are looked at apart.
    static Map<String, String> maps() {
        return Map.of(
                "two", map(2), "one", map(1), "six", map(6), "thirty", map(30), "sixty", map(60));
    }

    private static String map(int n) {
        double[][] rho = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                rho[row][column] = row == column ? 1 : -0.7 * Math.pow(-0.9, Math.abs(row - column));
            }
        }
        List<String> names = IntStream.range(0, n).mapToObj(f -> n <= 6 ? ALIKE.get(f) : "feature_of_some_length_" + f).toList();
        return CorrelationFigure.svg("t", names, rho);
    }

    private static RocFigure.Model useless(String name) {
        Curve curve = new Curve(new double[] {0, 0.9, 1}, new double[] {0, 0.05, 1});
        AucEstimate auc = new AucEstimate(0.1, 0.01, 0.02, 0.2, 0.95, 3, 5, List.of());
        double[] x = {0, 1};
        return new RocFigure.Model(name, curve, auc,
                name.equals(ALIKE.getFirst())
                        ? Optional.of(new Ribbon(new Curve(x, new double[] {0, 0.8}), new Curve(x, new double[] {0.2, 1})))
                        : Optional.empty());
    }

    static List<String> words(String svg) {
        return SvgLayout.of(svg).texts().stream().map(SvgLayout.Text::words).toList();
    }

}
