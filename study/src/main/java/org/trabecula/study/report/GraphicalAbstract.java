package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.AbstractFigure;
import org.trabecula.figures.AbstractFigure.Area;
import org.trabecula.figures.AbstractFigure.Cohort;
import org.trabecula.figures.AbstractFigure.Part;
import org.trabecula.figures.AbstractFigure.Way;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Prose;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.result.StudyResult;

/// The study at a glance, with its own numbers.
final class GraphicalAbstract {
    private GraphicalAbstract() {}

    /// Empty where no model has scores that may be judged.
    static Optional<Figure> of(StudyResult result) {
        Scores.Kind kind = result.split().test().isEmpty() ? Scores.Kind.CROSSFIT : Scores.Kind.TEST;
        LabelledRows judged = kind == Scores.Kind.TEST ? result.split().test() : result.split().train();
        boolean repeated = kind == Scores.Kind.CROSSFIT && result.repeated().isPresent();
        List<Area> areas = repeated ? areas(result.repeated().get()) : areas(result.evaluation(), kind);
        if (areas.isEmpty()) {
            return Optional.empty();
        }
        String of = kind == Scores.Kind.TEST ? "test case" : "training case";
        return Optional.of(Figure.drawing(
                "abstract",
                AbstractFigure.svg(
                        "The study at a glance: cohort, features, and the area under the ROC curve of each model", cohort(result), ways(result),
                        "AUC, " + Shown.count(judged.size(), of) + (kind == Scores.Kind.TEST ? "" : repeated ? ", repeated" : ", cross-fitted") + " (95 % CI)", areas),
                Prose.of("The study at a glance: " + words(result) + "; features measured and kept; area under the ROC curve (AUC) of each model on "
                        + Shown.count(judged.size(), of)
                        + (kind == Scores.Kind.TEST
                                ? ", to which nothing was fitted."
                                : ", each scored by models that never saw its patient" + (repeated ? ", mean over the repetitions." : "."))
                        + " Dashed: 0.5, chance.")));
    }

    private static String words(StudyResult result) {
        LabelledRows train = result.split().train();
        LabelledRows test = result.split().test();
        long patients = Stream.of(train, test).flatMap(rows -> rows.patients().stream()).distinct().count();
        long cases = (long) train.size() + test.size();
        return Shown.count(patients, "patient") + ", "
                + (result.cohort().classes().areFractureAge() ? Shown.count(cases, "vertebra", "vertebrae") : Shown.count(cases, "case"));
    }

    private static Cohort cohort(StudyResult result) {
        List<Part> parts = new ArrayList<>(List.of(part("Training", result.split().train())));
        if (!result.split().test().isEmpty()) {
            parts.add(part("Test", result.split().test()));
        }
        return new Cohort(words(result), result.cohort().classes().positive(), result.cohort().classes().negative(), parts);
    }

    private static Part part(String name, LabelledRows rows) {
        return new Part(name, rows.outcome().cases(), rows.outcome().controls());
    }

    private static List<Way> ways(StudyResult result) {
        List<Way> ways = new ArrayList<>();
        FittedSignature hcr = result.fitted().hcr();
        ways.add(new Way(Names.model(hcr.name()), List.of(Shown.count(result.raw().names().size(), "feature"), kept(hcr))));
        result.fitted().deep().ifPresent(deep -> {
            ways.add(new Way(
                    Names.model(deep.dtl().name()), List.of(Shown.count(deep.network().names().size(), "feature"), kept(deep.dtl()))));
            ways.add(new Way(Names.model(deep.fusion().name()), List.of("both together", kept(deep.fusion()))));
        });
        return ways;
    }

    private static String kept(FittedSignature signature) {
        return signature.signature().names().size() + " kept";
    }

    private static List<Area> areas(RepeatedStudy repeated) {
        return repeated.evaluation().models().stream()
                .map(model -> model.mean()
                        .map(auc -> new Area(Names.model(model.model()), auc.auc(), auc.lower(), auc.upper()))
                        .orElseGet(() -> new Area(Names.model(model.model()), Double.NaN, Double.NaN, Double.NaN)))
                .toList();
    }

    private static List<Area> areas(Evaluation evaluation, Scores.Kind kind) {
        Stream<Area> usable = evaluation.rows().stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new Area(
                        Names.model(row.model()), row.reported().auc(), row.reported().lower(), row.reported().upper()));
        Stream<Area> others = evaluation.without().stream()
                .filter(none -> none.kind() == kind)
                .map(none -> new Area(Names.model(none.model()), Double.NaN, Double.NaN, Double.NaN));
        return Stream.concat(usable, others).toList();
    }
}
