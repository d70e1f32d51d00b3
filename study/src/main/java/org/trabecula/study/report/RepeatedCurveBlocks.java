package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.repeated.MeanCurve;
import org.trabecula.evaluation.repeated.RepeatedCurves;
import org.trabecula.evaluation.repeated.RepeatedModel;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.evaluation.repeated.Spread;
import org.trabecula.figures.CalibrationFigure;
import org.trabecula.figures.Curve;
import org.trabecula.figures.DecisionCurveFigure;
import org.trabecula.figures.Ribbon;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.study.result.RepeatedStudy;

/// Calibration and decision curves over repetitions of a cross-validation.
final class RepeatedCurveBlocks {
    private static final String BAND = "over repetitions";

    private RepeatedCurveBlocks() {}

    static void of(List<Block> blocks, RepeatedStudy repeated) {
        List<RepeatedCurves> all = repeated.evaluation().curves();
        if (all.isEmpty()) {
            return;
        }
        RepeatedCurves last = all.getLast();
        blocks.add(new Block.Heading("Calibration and clinical use over repetitions"));
        blocks.add(new Block.SideBySide(List.of(calibration(repeated, last), decision(repeated, all))));
        if (all.size() > 1) {
            List<Figure> others = all.subList(0, all.size() - 1).stream().map(curves -> calibration(repeated, curves)).toList();
            blocks.add(new Block.Fold("Calibration curves of the other models", List.of(new Block.SideBySide(new ArrayList<>(others)))));
        }
        blocks.add(Block.Remark.of("Lines are means over repetitions of curves of the folds' own probabilities; bands hold the middle 95 % of the "
                + "repetitions and are no confidence bands. A calibration curve stands where half of the repetitions or more have probabilities."));
    }

    private static Figure calibration(RepeatedStudy repeated, RepeatedCurves curves) {
        String name = Names.model(curves.model());
        RepeatedModel model = repeated.evaluation().models().stream()
                .filter(one -> one.model().equals(curves.model()))
                .findFirst()
                .orElseThrow();
        return Figure.drawing(
                "repeated-calibration-" + curves.model(),
                CalibrationFigure.svg(
                        name + ", calibration over repetitions",
                        List.of(new CalibrationFigure.Model(name, mean(curves.calibration()), band(curves.calibration()))), List.of(),
                        curves.cases(), curves.controls(),
                        List.of(statistic("slope", model, Repetition::slope, 2), statistic("intercept", model, Repetition::intercept, 2),
                                statistic("Brier", model, Repetition::brier, 3))),
                Prose.of(name + ": calibration of held-out cases, mean loess curve of " + Shown.count(curves.repetitions(), "repetition")
                        + ", with mean slope, intercept and Brier score; below, the distribution of the probabilities of all repetitions."));
    }

    private static String statistic(String name, RepeatedModel model, ToDoubleFunction<Repetition> number, int decimals) {
        return name + " " + Shown.fixed(model.spread(number).mean(), decimals);
    }

    private static Figure decision(RepeatedStudy repeated, List<RepeatedCurves> all) {
        RepeatedCurves last = all.getLast();
        List<DecisionCurveFigure.Model> models = all.stream()
                .map(curves -> new DecisionCurveFigure.Model(
                        Names.model(curves.model()), mean(curves.netBenefit()),
                        curves == last ? band(curves.netBenefit()) : Optional.empty()))
                .toList();
        return Figure.drawing(
                "repeated-decision-curves",
                DecisionCurveFigure.svg("Decision curves over repetitions", models, mean(last.treatAll()), last.prevalence()),
                Prose.of("Decision curves of held-out cases, means of " + Shown.count(repeated.times(), "repetition") + ": net benefit of acting on each "
                        + "model at a threshold probability, against acting on everybody or nobody."
                        + (all.size() == 1 ? "" : " The band belongs to the " + Names.inSentence(last.model()) + ".")));
    }

    private static Curve mean(MeanCurve curve) {
        return curve(curve, Spread::mean);
    }

    private static Optional<Ribbon> band(MeanCurve curve) {
        return curve.points().size() < 2
                ? Optional.empty()
                : Optional.of(new Ribbon(curve(curve, Spread::low), curve(curve, Spread::high), BAND));
    }

    private static Curve curve(MeanCurve curve, ToDoubleFunction<Spread> number) {
        return new Curve(
                curve.points().stream().mapToDouble(MeanCurve.Point::x).toArray(),
                curve.points().stream().mapToDouble(point -> number.applyAsDouble(point.y())).toArray());
    }
}
