package org.trabecula.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trabecula.figures.nomogram.MadeUpModels;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// One figure of each kind from made-up numbers.
public final class Examples {
    private static final int CASES = 63;
    private static final int CONTROLS = 41;
    private static final double[] Y =
            IntStream.range(0, CASES + CONTROLS).mapToDouble(row -> row < CASES ? 1 : 0).toArray();
    private static final List<String> MODELS = List.of("HCR", "DTL", "Fusion", "Nomogram");
    private static final double[] SHIFT = {1.4, 1.55, 1.9, 2.2};

    private Examples() {}

    public static Map<String, String> all() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("roc", roc());
        figures.put("precision-recall", precisionRecall());
        figures.put("calibration", calibration());
        figures.put("decision-curve", decisionCurve());
        figures.put("lasso-path", lassoPath());
        figures.put("lasso-cv", crossValidation());
        figures.put("coefficients", coefficients());
        figures.put("importance", importance());
        figures.put("correlation", correlation(26));
        figures.put("icc", icc());
        figures.put("icc-rank", iccRank());
        figures.put("waterfall", waterfall());
        figures.put("training", training());
        figures.put("distribution", distribution());
        figures.put("confusion", confusion());
        figures.put("abstract", graphicalAbstract());
        figures.put("flow", flow());
        figures.put("pipeline", pipeline());
        figures.put("network", network());
        figures.put("forest", forest());
        figures.put("repetitions", repetitions());
        figures.put("selection", selection());
        figures.put("learning-curve", learningCurve());
        figures.put("nomogram", nomogram());
        return figures;
    }

    static String pipeline() {
        List<PipelineFigure.Line> steps = List.of(
                new PipelineFigure.Line("reproducibility", "1589"), new PipelineFigure.Line("redundancy", "224"),
                new PipelineFigure.Line("LASSO", "41"));
        return PipelineFigure.svg(
                "A method with two ways",
                List.of(
                        new PipelineFigure.Row.Whole(new PipelineFigure.Box(
                                "520 cases, image and mask",
                                List.of(
                                        new PipelineFigure.Line("training, to which everything is fitted", "416 cases"),
                                        new PipelineFigure.Line("test, to which nothing is fitted", "104 cases")))),
                        new PipelineFigure.Row.Ways(
                                List.of(
                                        new PipelineFigure.Box(
                                                "Hand-crafted features",
                                                List.of(new PipelineFigure.Line("measured in the mask", "1648"))),
                                        new PipelineFigure.Box("Features left by", steps)),
                                List.of(new PipelineFigure.Box(
                                        "Deep features",
                                        List.of(
                                                new PipelineFigure.Line("largest sagittal slice", "64 × 64"),
                                                new PipelineFigure.Line("resnet50", "2048"))))),
                        new PipelineFigure.Row.Whole(new PipelineFigure.Box(
                                "Fusion signature", List.of(PipelineFigure.Line.of("support vector machine"))))));
    }

    static String network() {
        return NetworkFigure.svg(
                "A network of five parts",
                List.of(
                        new NetworkFigure.Part("crop", "largest sagittal slice of the mask", "1 × 64 × 64", 64),
                        new NetworkFigure.Part("conv1", "convolution 7 × 7, stride 2", "64 × 32 × 32", 32),
                        new NetworkFigure.Part("layer4", "3 residual blocks of 1 × 1, 3 × 3, 1 × 1", "2048 × 2 × 2", 2),
                        new NetworkFigure.Part("avgpool", "mean over the pixels", "2048", 1),
                        new NetworkFigure.Part("components", "principal components", "100", 1)));
    }

    static String nomogram() {
        NomogramModel model = MadeUpModels.logistic("rcs(age,4)", "sex", "level", "score");
        return NomogramFigure.svg("Nomogram of a made-up logistic model", model.nomogram(), model.fitted().link(),
                "Probability of acute fracture", v -> v.equals("age") ? "age (years)" : v);
    }

    static String roc() {
        List<RocFigure.Model> models = new ArrayList<>();
        for (int m = 0; m < MODELS.size(); m++) {
            Outcome outcome = Outcome.ofZeroOne("outcome", Y);
            RocCurve curve = RocCurve.of(outcome, scores(m), Direction.CASES_HIGHER);
            RocFigure.Model model = RocFigure.Model.of(
                    MODELS.get(m), curve, DeLong.estimate(outcome, scores(m), Direction.CASES_HIGHER, 0.95));
            models.add(m == 2 ? model.with(band(model.curve())) : model);
        }
        return RocFigure.svg("ROC curves of four models on 63 cases and 41 controls", models);
    }

    static String precisionRecall() {
        List<PrecisionRecallFigure.Model> models = new ArrayList<>();
        for (int m = 0; m < MODELS.size(); m++) {
            int[] order = descending(scores(m));
            double[] recall = new double[order.length];
            double[] precision = new double[order.length];
            double hits = 0;
            double average = 0;
            for (int n = 0; n < order.length; n++) {
                hits += Y[order[n]];
                recall[n] = hits / CASES;
                precision[n] = hits / (n + 1);
                average += Y[order[n]] * precision[n] / CASES;
            }
            models.add(new PrecisionRecallFigure.Model(MODELS.get(m), new Curve(recall, precision), average));
        }
        return PrecisionRecallFigure.svg(
                "Precision over recall of four models", models, (double) CASES / (CASES + CONTROLS));
    }

    static String calibration() {
        double[] p = Arrays.stream(scores(2)).map(s -> 1 / (1 + Math.exp(-1.3 * (s - 0.6)))).toArray();
        double[] x = grid(0.03, 0.97, 60);
        List<CalibrationFigure.Group> groups = new ArrayList<>();
        for (double at : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            double observed = at + 0.06 * Math.sin(9 * at);
            groups.add(new CalibrationFigure.Group(at, observed, Math.max(0, observed - 0.14), Math.min(1, observed + 0.12)));
        }
        return CalibrationFigure.svg(
                "Calibration of the fusion model",
                List.of(
                        new CalibrationFigure.Model(
                                "lowess", new Curve(x, map(x, v -> v + 0.05 * Math.sin(8 * v) * (1 - v)))),
                        new CalibrationFigure.Model("logistic", new Curve(x, map(x, v -> 0.02 + 0.95 * v)))),
                groups,
                Arrays.copyOf(p, CASES),
                Arrays.copyOfRange(p, CASES, p.length),
                List.of("intercept 0.04", "slope 0.96", "Brier 0.112", "ICI 0.031"));
    }

    static String decisionCurve() {
        double prevalence = (double) CASES / (CASES + CONTROLS);
        double[] t = grid(0.01, 0.99, 99);
        List<DecisionCurveFigure.Model> models = new ArrayList<>();
        for (int m = 0; m < MODELS.size(); m++) {
            double[] p = Arrays.stream(scores(m)).map(s -> 1 / (1 + Math.exp(-1.4 * (s - 0.6)))).toArray();
            models.add(new DecisionCurveFigure.Model(MODELS.get(m), new Curve(t, map(t, at -> netBenefit(p, at)))));
        }
        Curve all = new Curve(t, map(t, at -> prevalence - (1 - prevalence) * at / (1 - at)));
        return DecisionCurveFigure.svg("Decision curves of four models", models, all, prevalence);
    }

    static String lassoPath() {
        double[] lambdas = lambdas();
        SplittableRandom random = new SplittableRandom(5);
        int features = 24;
        double[][] coefficients = new double[features][lambdas.length];
        for (int f = 0; f < features; f++) {
            double enters = Math.exp(-1.3 - 0.28 * f);
            double size = 0.16 * random.nextGaussian();
            for (int k = 0; k < lambdas.length; k++) {
                coefficients[f][k] = lambdas[k] < enters ? size * Math.log(enters / lambdas[k]) : 0;
            }
        }
        return PathFigure.svg("LASSO coefficients of 24 features along the penalty", lambdas, coefficients, names(24), 0.014);
    }

    static String crossValidation() {
        double[] lambdas = lambdas();
        double[] mean = map(lambdas, l -> 0.86 + 0.07 * Math.pow(Math.log(l / 0.0139), 2) / 4);
        double[] sd = map(lambdas, l -> 0.035 + 0.01 * Math.abs(Math.log10(l) + 2));
        return CrossValidationFigure.svg(
                "Cross-validated deviance of the LASSO", "Binomial deviance", lambdas, mean, sd, 0.0139, 0.0423);
    }

    static String coefficients() {
        SplittableRandom random = new SplittableRandom(8);
        double[] c = DoubleStream.generate(random::nextGaussian).limit(20).map(v -> 0.12 * v).toArray();
        return CoefficientFigure.svg("Coefficients of the hand-crafted signature", names(20), c);
    }

    static String repetitions() {
        SplittableRandom random = new SplittableRandom(14);
        List<RepetitionsFigure.Row> rows = new ArrayList<>();
        for (int m = 0; m < MODELS.size(); m++) {
            double mean = 0.78 + 0.03 * m;
            rows.add(new RepetitionsFigure.Row(
                    MODELS.get(m), mean, mean - 0.07, mean + 0.06,
                    DoubleStream.generate(() -> mean + 0.015 * random.nextGaussian()).limit(10).toArray()));
        }
        rows.add(new RepetitionsFigure.Row("Age and sex", Double.NaN, Double.NaN, Double.NaN, new double[] {Double.NaN}));
        return RepetitionsFigure.svg("AUC over repetitions", "AUC of held-out cases", 0.5, rows);
    }

    static String learningCurve() {
        double[] patients = {94, 141, 188, 234};
        return LearningCurveFigure.svg("Learning curve", List.of(
                new LearningCurveFigure.Series(
                        "Hand-crafted", new Curve(patients, new double[] {0.71, 0.76, 0.785, 0.79}), new double[] {0.07, 0.06, 0.05, 0.05}),
                new LearningCurveFigure.Series(
                        "Fusion", new Curve(patients, new double[] {0.68, 0.76, 0.81, 0.84}), new double[] {0.08, 0.06, 0.05, 0.04})));
    }

    static String selection() {
        int[] counts = IntStream.range(0, 24).map(f -> Math.max(0, 50 - 3 * f)).toArray();
        return SelectionFigure.svg("Selected features", names(24), counts, 50);
    }

    static String importance() {
        SplittableRandom random = new SplittableRandom(12);
        double[] training = DoubleStream.generate(random::nextDouble).limit(18).map(v -> 0.12 * v * v * v).toArray();
        double[] test = map(training, drop -> drop + 0.02 * random.nextGaussian());
        double[] sds = map(training, drop -> 0.004 + 0.1 * drop);
        return ImportanceFigure.svg(
                "Importance in the hand-crafted signature", names(18),
                List.of(
                        new ImportanceFigure.Part("Training, n = 134", training, sds),
                        new ImportanceFigure.Part("Test, n = 34", test, map(sds, sd -> 2 * sd))));
    }

    static String correlation(int n) {
        SplittableRandom random = new SplittableRandom(13);
        double[][] loading = new double[n][4];
        for (double[] row : loading) {
            row[random.nextInt(4)] = random.nextDouble(0.4, 1) * (random.nextBoolean() ? 1 : -1);
            row[random.nextInt(4)] += 0.3 * random.nextGaussian();
        }
        double[][] rho = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double dot = 0;
                double lengths = 0;
                for (int d = 0; d < 4; d++) {
                    dot += loading[a][d] * loading[b][d];
                    lengths = Math.hypot(lengths, loading[a][d]);
                }
                rho[a][b] = a == b ? 1 : Math.max(-1, Math.min(1, 0.9 * dot / Math.max(0.3, lengths)));
                rho[b][a] = rho[a][b];
            }
        }
        return CorrelationFigure.svg("Correlations of the selected features", names(n), rho);
    }

    static String icc() {
        SplittableRandom random = new SplittableRandom(21);
        double[] intra = new double[900];
        double[] inter = new double[900];
        for (int f = 0; f < intra.length; f++) {
            double quality = Math.pow(random.nextDouble(), 0.08);
            intra[f] = Math.min(0.999, quality * (1 - 0.03 * Math.abs(random.nextGaussian())));
            inter[f] = Math.max(-0.1, quality * (1 - 0.09 * Math.abs(random.nextGaussian())));
        }
        return IccFigure.svg("Reproducibility of 900 features", intra, inter, 0.8);
    }

    static String iccRank() {
        SplittableRandom random = new SplittableRandom(22);
        double[] icc = new double[100];
        double[] lower = new double[100];
        double[] upper = new double[100];
        for (int f = 0; f < icc.length; f++) {
            icc[f] = 1 - 1.25 * Math.pow(random.nextDouble(), 2);
            lower[f] = icc[f] - 0.35 * (1 - icc[f] * icc[f]) - 0.02;
            upper[f] = Math.min(1, icc[f] + 0.25 * (1 - icc[f] * icc[f]));
        }
        return IccRankFigure.svg("Reproducibility of 100 features between readers", "ICC(2,1)", icc, lower, upper, 0.8);
    }

    static String waterfall() {
        return WaterfallFigure.svg(
                "Scores of 104 test cases around the cut-off", scores(2), Outcome.ofZeroOne("outcome", Y), 0.9, "acute", "chronic");
    }

    static String training() {
        double[] steps = grid(0, 600, 601);
        double[] every = grid(0, 600, 31);
        return TrainingFigure.svg(
                "Loss and learning rates over 600 iterations",
                List.of(
                        new TrainingFigure.Series("training", new Curve(steps, map(steps, s -> 0.25
                                + 0.45 * Math.exp(-s / 150) + 0.03 * Math.sin(s * 0.9) * Math.exp(-s / 400)))),
                        new TrainingFigure.Series(
                                "validation", new Curve(every, map(every, s -> 0.38 + 0.33 * Math.exp(-s / 110))))),
                List.of(
                        new TrainingFigure.Series("head", new Curve(steps, map(steps, s -> cosine(0.01, s)))),
                        new TrainingFigure.Series("backbone", new Curve(steps, map(steps, s -> cosine(0.001, s))))));
    }

    static String distribution() {
        SplittableRandom random = new SplittableRandom(34);
        double[] acute = DoubleStream.generate(random::nextGaussian).limit(63).map(v -> 178 + 36 * v).toArray();
        double[] chronic = DoubleStream.generate(random::nextGaussian).limit(41).map(v -> 132 + 30 * v).toArray();
        return DistributionFigure.svg(
                "10th percentile of HU by class",
                "original_firstorder_10Percentile (HU)",
                List.of(new DistributionFigure.Group("acute", acute), new DistributionFigure.Group("chronic", chronic)));
    }

    static String confusion() {
        return ConfusionFigure.svg("Calls of the fusion model in the test part", new Confusion(49, 2, 14, 39), "acute", "chronic");
    }

    static String graphicalAbstract() {
        return AbstractFigure.svg(
                "The study at a glance",
                new AbstractFigure.Cohort(
                        "365 patients, 520 vertebrae", "acute", "chronic",
                        List.of(new AbstractFigure.Part("Training", 252, 164), new AbstractFigure.Part("Test", 63, 41))),
                List.of(
                        new AbstractFigure.Way("Hand-crafted", List.of("1648 features", "12 kept")),
                        new AbstractFigure.Way("Deep", List.of("2048 features", "9 kept")),
                        new AbstractFigure.Way("Fusion", List.of("both together", "14 kept"))),
                "AUC, 104 test cases (95 % CI)",
                List.of(
                        new AbstractFigure.Area("Hand-crafted", 0.854, 0.773, 0.934),
                        new AbstractFigure.Area("Deep", 0.871, 0.805, 0.938),
                        new AbstractFigure.Area("Fusion", 0.915, 0.855, 0.974),
                        new AbstractFigure.Area("Age and sex", 0.61, 0.44, 0.77),
                        new AbstractFigure.Area("Nomogram", Double.NaN, Double.NaN, Double.NaN)));
    }

    static String flow() {
        return FlowFigure.svg(
                "From eligible patients to training and test",
                List.of(
                        new FlowFigure.Step(
                                List.of("399 patients eligible"),
                                List.of("34 excluded", "14 infection or tumour", "9 poor quality or metal", "11 status or stage uncertain")),
                        new FlowFigure.Step(List.of("365 patients included", "520 vertebrae: 315 acute, 205 chronic"), List.of())),
                List.of(
                        List.of("Training", "292 patients, 416 vertebrae", "252 acute, 164 chronic"),
                        List.of("Test", "73 patients, 104 vertebrae", "63 acute, 41 chronic")));
    }

    static String forest() {
        return ForestFigure.svg(
                "AUC of the fusion model by subgroup",
                "AUC",
                Scale.linear(0.4, 1, 6),
                0.5,
                List.of(
                        new ForestFigure.Row("all", 104, 0.915, 0.855, 0.974),
                        new ForestFigure.Row("women", 69, 0.921, 0.846, 0.996),
                        new ForestFigure.Row("men", 35, 0.902, 0.79, 1),
                        new ForestFigure.Row("younger than 60", 38, 0.93, 0.83, 1),
                        new ForestFigure.Row("60 to 74", 41, 0.89, 0.77, 0.98),
                        new ForestFigure.Row("75 and older", 25, 0.84, 0.62, 1),
                        new ForestFigure.Row("centre C", 3, Double.NaN, Double.NaN, Double.NaN)));
    }

    private static double[] scores(int model) {
        SplittableRandom random = new SplittableRandom(100 + model);
        return Arrays.stream(Y).map(y -> y * SHIFT[model] + random.nextGaussian()).toArray();
    }

    private static Ribbon band(Curve curve) {
        double[] x = new double[curve.size()];
        double[] lower = new double[x.length];
        double[] upper = new double[x.length];
        for (int p = 0; p < x.length; p++) {
            double half = 0.24 * Math.sqrt(curve.y(p) * (1 - curve.y(p))) + 0.02;
            x[p] = curve.x(p);
            lower[p] = Math.max(0, curve.y(p) - half);
            upper[p] = Math.min(1, curve.y(p) + half);
        }
        return new Ribbon(new Curve(x, lower), new Curve(x, upper));
    }

    private static double netBenefit(double[] p, double threshold) {
        double tp = 0;
        double fp = 0;
        for (int row = 0; row < p.length; row++) {
            tp += p[row] >= threshold ? Y[row] : 0;
            fp += p[row] >= threshold ? 1 - Y[row] : 0;
        }
        return tp / p.length - fp / p.length * threshold / (1 - threshold);
    }

    private static double cosine(double rate, double step) {
        double phase = step < 200 ? step / 200 : (step - 200) / 400;
        return rate / 2 * (1 + Math.cos(Math.PI * phase));
    }

    private static double[] lambdas() {
        return map(grid(0, 1, 80), s -> 0.3 * Math.pow(0.001 / 0.3, s));
    }

    private static double[] grid(double from, double to, int points) {
        return IntStream.range(0, points).mapToDouble(n -> from + (to - from) * n / (points - 1)).toArray();
    }

    private static double[] map(double[] values, java.util.function.DoubleUnaryOperator f) {
        return Arrays.stream(values).map(f).toArray();
    }

    private static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<String> names(int count) {
        List<String> images = List.of("original", "wavelet-LLH", "log-sigma-2-0-mm-3D", "gradient", "wavelet-HHL", "squareroot");
        List<String> features = List.of(
                "firstorder_10Percentile", "glszm_ZoneVariance", "glcm_Contrast", "shape_Flatness",
                "glrlm_ShortRunEmphasis", "firstorder_Skewness", "glcm_Idmn", "gldm_DependenceEntropy");
        return IntStream.range(0, count)
                .mapToObj(n -> images.get(n * 5 % 6) + "_" + features.get(n * 3 % 8) + (n < 24 ? "" : n))
                .toList();
    }
}
