package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.report.Block;
import org.trabecula.report.Report;
import org.trabecula.report.Section;
import org.trabecula.study.report.checklist.CheckLists;
import org.trabecula.study.picture.CasePictures;
import org.trabecula.study.result.Audit;
import org.trabecula.study.result.RepeatedStudy;
import org.trabecula.study.result.StudyResult;

/// What a study found, as a report.
public final class StudyReport {
    private StudyReport() {}

    /// @param version of the program, as printed
    public static Report of(StudyResult result, String version) {
        return of(result, Optional.empty(), Optional.empty(), version);
    }

    /// @param audit    what a leaky protocol would have claimed, where that was asked for
    /// @param pictures of single cases, where there are images
    public static Report of(StudyResult result, Optional<Audit> audit, Optional<CasePictures> pictures, String version) {
        return new Report(
                title(result),
                subtitle(result),
                warnings(result),
                (result.settings().notForNewPatients().isPresent() ? "Not valid for new patients. " : "") + Report.NOT_A_MEDICAL_DEVICE,
                opening(result),
                List.of(
                        CohortSection.of(result, pictures),
                        FeaturesSection.of(result),
                        NetworkSection.of(result, pictures),
                        result.repeated().map(RepeatedSection::of).orElse(new Section("repeated", "Repeated cross-validation", List.of())),
                        PerformanceSection.of(result),
                        SubgroupSection.of(result),
                        ClassifiersSection.of(result),
                        CalibrationSection.of(result),
                        ExamplesSection.of(result, pictures),
                        NomogramSection.of(result),
                        audit.map(AuditSection::of).orElse(new Section("audit", "Leakage audit", List.of())),
                        MethodsSection.of(result, version),
                        CheckLists.of(result)),
                version);
    }

    private static List<Block> opening(StudyResult result) {
        List<Block> blocks = new ArrayList<>(List.of(new Block.KeyFigures(keyFigures(result))));
        GraphicalAbstract.of(result).ifPresent(blocks::add);
        return blocks;
    }

    private static boolean fractures(StudyResult result) {
        return result.cohort().classes().areFractureAge();
    }

    private static String title(StudyResult result) {
        ClassNames classes = result.cohort().classes();
        return fractures(result)
                ? "Acute or chronic vertebral fracture on CT"
                : classes.positive() + " or " + classes.negative();
    }

    private static String subtitle(StudyResult result) {
        int cases = result.split().train().size() + result.split().test().size();
        return "Study report, " + Shown.count(result.flow().patients(), "patient") + ", "
                + (fractures(result) ? Shown.count(cases, "vertebra", "vertebrae") : Shown.count(cases, "case"));
    }

    private static List<String> warnings(StudyResult result) {
        List<String> warnings = new ArrayList<>(result.settings().notForNewPatients().stream().toList());
        if (result.synthetic()) {
            warnings.add("Synthetic patients. Nothing here says anything about real ones.");
        }
        if (result.network().filter(network -> !network.weights().pretrained()).isPresent()) {
            warnings.add("The network started from random weights, not from ImageNet: its features are those of an untrained "
                    + "filter bank" + (result.settings().finetune().epochs() > 0 ? ", fine-tuned here" : "") + ".");
        }
        return warnings;
    }

    /// Of test cases where there is a test part; else of repeated cross-validation; else of the cross-fitted training cases.
    private static List<Block.KeyFigures.KeyFigure> keyFigures(StudyResult result) {
        if (!result.split().test().isEmpty()) {
            return keyFigures(result.evaluation(), Scores.Kind.TEST, "test AUC");
        }
        return result.repeated()
                .map(StudyReport::keyFigures)
                .orElseGet(() -> keyFigures(result.evaluation(), Scores.Kind.CROSSFIT, "cross-fitted AUC"));
    }

    private static List<Block.KeyFigures.KeyFigure> keyFigures(RepeatedStudy repeated) {
        return repeated.evaluation().models().stream()
                .map(model -> model.mean()
                        .map(auc -> new Block.KeyFigures.KeyFigure(
                                Shown.fixed(auc.auc(), 3), Names.model(model.model()),
                                "AUC, mean of " + Shown.count(model.withModel(), "repetition") + " of cross-validation, 95 % CI "
                                        + Shown.range(auc.lower(), auc.upper(), 3)))
                        .orElseGet(() -> new Block.KeyFigures.KeyFigure("none", Names.model(model.model()), "no usable model")))
                .toList();
    }

    private static List<Block.KeyFigures.KeyFigure> keyFigures(Evaluation evaluation, Scores.Kind kind, String what) {
        Stream<Block.KeyFigures.KeyFigure> usable = evaluation.rows().stream()
                .filter(row -> row.kind() == kind)
                .map(row -> new Block.KeyFigures.KeyFigure(
                        Shown.fixed(row.auc().auc(), 3),
                        Names.model(row.model()),
                        what + ", 95 % CI " + Shown.range(row.reported().lower(), row.reported().upper(), 3)));
        Stream<Block.KeyFigures.KeyFigure> others = evaluation.without().stream()
                .filter(none -> none.kind() == kind)
                .map(none -> new Block.KeyFigures.KeyFigure("none", Names.model(none.model()), "no usable model"));
        return Stream.concat(usable, others).toList();
    }
}
