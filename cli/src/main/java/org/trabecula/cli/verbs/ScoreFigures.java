package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.trabecula.core.RandomStreams;
import org.trabecula.figures.CalibrationFigure;
import org.trabecula.figures.ConfusionFigure;
import org.trabecula.figures.Curve;
import org.trabecula.figures.DecisionCurveFigure;
import org.trabecula.figures.PrecisionRecallFigure;
import org.trabecula.figures.RocFigure;
import org.trabecula.figures.WaterfallFigure;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.HosmerLemeshow;
import org.trabecula.stats.calibration.SmoothCurve;
import org.trabecula.stats.decision.DecisionCurve;
import org.trabecula.stats.decision.DecisionPoint;
import org.trabecula.stats.roc.PrecisionRecall;
import org.trabecula.stats.roc.Proportion;
import org.trabecula.stats.roc.RocBand;

/// The figures of `evaluate -o DIR`, by file name.
///
/// @param positive what a case is called
/// @param negative what a control is called
record ScoreFigures(ScoreEvaluation evaluation, String positive, String negative) {
    private static final int BAND_REPLICATES = 1000;

    Map<String, String> all() {
        Map<String, String> figures = new LinkedHashMap<>();
        List<ScoreModel> models = evaluation.models();
        figures.put("roc.svg", roc(models));
        figures.put("precision-recall.svg", precisionRecall(models));
        List<ScoreModel> probabilities = models.stream().filter(model -> model.decision() != null).toList();
        if (!probabilities.isEmpty() && evaluation.settings().thresholds().length > 1) {
            figures.put("decision-curve.svg", decisionCurve(probabilities));
        }
        Outcome outcome = evaluation.test().outcome();
        for (ScoreModel model : models) {
            String file = model.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".svg";
            Calibration calibration = model.calibration();
            if (calibration != null) {
                figures.put("calibration-" + file, calibration(model, calibration, outcome));
            }
            figures.put("confusion-" + file, ConfusionFigure.svg("Confusion table of " + model.name(),
                    Objects.requireNonNull(model.confusions().get(ScoreModel.YOUDEN)), positive, negative));
            double cutoff = Objects.requireNonNull(model.cutoffs().get(ScoreModel.YOUDEN)).threshold();
            if (Double.isFinite(cutoff)) {
                figures.put("waterfall-" + file, WaterfallFigure.svg(
                        "Scores of " + model.name(), model.score(), outcome, cutoff, positive, negative));
            }
        }
        return figures;
    }

    /// The first model has the band, so that it can be read.
    private String roc(List<ScoreModel> models) {
        List<RocFigure.Model> curves = new ArrayList<>();
        for (ScoreModel model : models) {
            RocFigure.Model curve = RocFigure.Model.of(
                    model.name(), model.roc(), model.clustered() == null ? model.auc() : model.clustered());
            curves.add(curves.isEmpty() ? curve.with(band(model)) : curve);
        }
        return RocFigure.svg("ROC curves", curves);
    }

    private RocFigure.Band band(ScoreModel model) {
        double[] specificities = IntStream.rangeClosed(0, 100).mapToDouble(k -> 1 - k / 100.0).toArray();
        ScoreSettings settings = evaluation.settings();
        List<Interval> limits = RocBand.sensitivity(evaluation.test().outcome(), model.score(), evaluation.units(),
                settings.direction(), specificities, Math.max(settings.bootstrap(), BAND_REPLICATES), settings.level(),
                new RandomStreams(settings.seed()), settings.jobs());
        double[] x = IntStream.range(0, specificities.length).mapToDouble(k -> 1 - specificities[k]).toArray();
        return new RocFigure.Band(
                new Curve(x, limits.stream().mapToDouble(Interval::lower).toArray()),
                new Curve(x, limits.stream().mapToDouble(Interval::upper).toArray()));
    }

    private String precisionRecall(List<ScoreModel> models) {
        List<PrecisionRecallFigure.Model> curves = new ArrayList<>();
        for (ScoreModel model : models) {
            List<PrecisionRecall.Point> points = model.precisionRecall().points();
            curves.add(new PrecisionRecallFigure.Model(
                    model.name(),
                    new Curve(
                            points.stream().mapToDouble(PrecisionRecall.Point::recall).toArray(),
                            points.stream().mapToDouble(PrecisionRecall.Point::precision).toArray()),
                    model.precisionRecall().averagePrecision()));
        }
        return PrecisionRecallFigure.svg("Precision and recall", curves, evaluation.test().outcome().prevalence());
    }

    private String decisionCurve(List<ScoreModel> models) {
        List<DecisionCurveFigure.Model> curves = new ArrayList<>();
        Curve all = new Curve(new double[0], new double[0]);
        double prevalence = 0;
        for (ScoreModel model : models) {
            DecisionCurve decision = Objects.requireNonNull(model.decision());
            curves.add(new DecisionCurveFigure.Model(model.name(), curve(decision.model())));
            all = curve(decision.all());
            prevalence = decision.prevalence();
        }
        return DecisionCurveFigure.svg("Decision curves", curves, all, prevalence);
    }

    private static Curve curve(List<DecisionPoint> points) {
        return new Curve(
                points.stream().mapToDouble(DecisionPoint::threshold).toArray(),
                points.stream().mapToDouble(DecisionPoint::netBenefit).toArray());
    }

    private String calibration(ScoreModel model, Calibration found, Outcome outcome) {
        SmoothCurve smooth = found.curve();
        Curve curve = new Curve(
                IntStream.range(0, smooth.size()).mapToDouble(smooth::x).toArray(),
                IntStream.range(0, smooth.size()).mapToDouble(smooth::y).toArray());
        List<CalibrationFigure.Group> groups = found.hosmerLemeshow().groups().stream()
                .map(this::group)
                .toList();
        List<String> words = Double.isNaN(found.line().slope()) ? List.of() : List.of(
                String.format(Locale.ROOT, "slope %.2f, intercept %.2f", found.line().slope(), found.line().intercept()),
                String.format(Locale.ROOT, "Brier %.3f, E/O %.2f", found.brier(), found.expectedObserved()),
                String.format(Locale.ROOT, "ICI %.3f", found.errors().mean()));
        return CalibrationFigure.svg("Calibration of " + model.name(),
                List.of(new CalibrationFigure.Model(model.name() + ", lowess", curve)), groups,
                outcome.valuesOf(true, model.score()), outcome.valuesOf(false, model.score()), words);
    }

    /// A tenth of the rows with Wilson's interval of its share of cases.
    private CalibrationFigure.Group group(HosmerLemeshow.Group tenth) {
        Interval interval = new Proportion(tenth.observed(), tenth.rows()).wilson(evaluation.settings().level());
        return new CalibrationFigure.Group(tenth.expected() / tenth.rows(), (double) tenth.observed() / tenth.rows(),
                interval.lower(), interval.upper());
    }
}
