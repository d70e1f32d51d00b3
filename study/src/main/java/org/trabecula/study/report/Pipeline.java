package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.PipelineFigure;
import org.trabecula.figures.PipelineFigure.Box;
import org.trabecula.figures.PipelineFigure.Line;
import org.trabecula.figures.PipelineFigure.Row;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.DeepPart;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.StudySettings;

/// The method as it ran, from the cases to the evaluation, with the counts of this study (P2).
final class Pipeline {
    private Pipeline() {}

    static String svg(StudyResult result) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row.Whole(cases(result)));
        FittedSignature hcr = result.fitted().hcr();
        Box measured = new Box(
                result.crops().isPresent() ? "Hand-crafted features" : "Features of a ready table",
                List.of(new Line(result.crops().isPresent() ? "measured in the mask" : "columns", count(result.raw().names()))));
        result.fitted().deep().ifPresentOrElse(
                deep -> {
                    rows.add(new Row.Ways(
                            List.of(measured, selection(hcr), signature(hcr)),
                            List.of(network(result, deep), selection(deep.dtl()), signature(deep.dtl()))));
                    rows.add(new Row.Whole(fusion(deep.fusion())));
                },
                () -> {
                    rows.add(new Row.Whole(measured));
                    rows.add(new Row.Whole(selection(hcr)));
                    rows.add(new Row.Whole(signature(hcr)));
                });
        nomogram(result.clinical()).ifPresent(box -> rows.add(new Row.Whole(box)));
        rows.add(new Row.Whole(evaluation(result)));
        return PipelineFigure.svg("The method as it ran", rows);
    }

    private static Box cases(StudyResult result) {
        LabelledRows train = result.split().train();
        LabelledRows test = result.split().test();
        List<Line> lines = new ArrayList<>();
        lines.add(part("training, to which everything is fitted", train));
        if (!test.isEmpty()) {
            lines.add(part("test, to which nothing is fitted", test));
        }
        return new Box(Shown.count((long) train.size() + test.size(), "case") + (result.crops().isPresent() ? ", image and mask" : ""), lines);
    }

    private static Line part(String name, LabelledRows rows) {
        return new Line(name, Shown.count(rows.size(), "case"));
    }

    private static Box network(StudyResult result, DeepPart deep) {
        StudySettings.Crop crop = result.settings().crop();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("largest sagittal slice", crop.size() + " × " + crop.size()));
        lines.add(new Line(deep.network().weights().architecture().label(), count(deep.network().names())));
        return new Box("Deep features", lines);
    }

    /// What each step left.
    private static Box selection(FittedSignature signature) {
        return new Box("Features left by", steps(signature));
    }

    private static List<Line> steps(FittedSignature signature) {
        List<Line> lines = new ArrayList<>();
        for (StepCount step : signature.counts()) {
            lines.add(new Line(step.step(), step.before() == step.after() ? "all " + step.after() : Integer.toString(step.after())));
        }
        return lines;
    }

    private static Box signature(FittedSignature signature) {
        return new Box(
                Names.model(signature.name()) + " signature",
                List.of(new Line("features", count(signature.signature().names())), Line.of(signature.search().classifier().words())));
    }

    private static Box fusion(FittedSignature fusion) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("hand-crafted signature and all components", count(fusion.inputs())));
        lines.addAll(steps(fusion));
        lines.addAll(signature(fusion).lines());
        return new Box("Fusion signature", lines);
    }

    private static Optional<Box> nomogram(ClinicalFit clinical) {
        return clinical.model().map(attempt -> new Box(
                "Nomogram",
                List.of(Line.of(
                        attempt.succeeded()
                                ? "logistic regression on " + String.join(", ", clinical.data().terms()) + " and the "
                                        + Names.inSentence(clinical.signature().label()) + " signature"
                                : "none, because there is no usable model"))));
    }

    private static Box evaluation(StudyResult result) {
        List<Line> lines = new ArrayList<>();
        int folds = result.settings().crossfit();
        if (folds > 0) {
            lines.add(new Line(
                    "training cases, scored by models of " + folds + " folds that never saw them",
                    Shown.count(result.split().train().size(), "case")));
        }
        result.repeated().ifPresent(repeated -> lines.add(new Line(
                "cross-validation in " + repeated.folds() + " folds by patient, repeated", Shown.count(repeated.times(), "time"))));
        if (!result.split().test().isEmpty()) {
            lines.add(new Line("test cases", Shown.count(result.split().test().size(), "case")));
        }
        for (Evaluation.Row row : result.evaluation().rows()) {
            if (row.kind() == Scores.Kind.TEST) {
                lines.add(new Line("AUC in the test part, " + Names.inSentence(row.model()), Shown.fixed(row.auc().auc(), 3)));
            }
        }
        if (result.split().test().isEmpty()) {
            result.repeated().stream().flatMap(repeated -> repeated.evaluation().models().stream()).forEach(model -> model.mean()
                    .ifPresent(mean -> lines.add(new Line("mean AUC, " + Names.inSentence(model.model()), Shown.fixed(mean.auc(), 3)))));
        }
        return new Box("Evaluation", lines);
    }

    private static String count(List<String> features) {
        return Integer.toString(features.size());
    }
}
