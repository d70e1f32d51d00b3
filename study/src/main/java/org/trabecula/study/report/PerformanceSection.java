package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.figures.RocFigure;
import org.trabecula.figures.WaterfallFigure;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.result.StudyResult;

/// ROC curves, the table of all models with their counts, and the comparisons between models.
final class PerformanceSection {
    private static final String NOMOGRAM = ModelId.of(SignatureKind.NOMOGRAM).label();
    private static final List<String> HEADER =
            List.of("Model", "n", "AUC", "Sensitivity", "Specificity", "Accuracy", "TP", "FP", "FN", "TN", "F1");

    private PerformanceSection() {}

    static Section of(StudyResult result) {
        Evaluation evaluation = result.evaluation();
        List<Block> blocks = new ArrayList<>();
        List<Figure> curves = new ArrayList<>();
        roc(curves, evaluation, Scores.Kind.TEST, "ROC curves of " + cases(result.split().test(), "test case") + ": nothing was fitted to them.");
        roc(curves, evaluation, Scores.Kind.CROSSFIT,
                "ROC curves of " + cases(result.split().train(), "training case")
                        + ", cross-fitted: scored by models that never saw the patient.");
        if (!curves.isEmpty()) {
            blocks.add(new Block.SideBySide(curves));
        }
        PrecisionRecallCurves.of(evaluation).ifPresent(blocks::add);
        rows(evaluation, Scores.Kind.TEST).stream()
                .findFirst()
                .flatMap(row -> SmallSamples.ofValidation(row, result.cohort().classes()))
                .ifPresent(few -> blocks.add(Block.Remark.of(few)));
        table(blocks, evaluation, Scores.Kind.TEST, "performance",
                "Test cases. 95 % intervals in brackets: AUC by DeLong with patients as clusters, proportions by Wilson. Cut-offs are "
                        + "Youden's, fitted on cross-fitted training scores.");
        AucWords.of(rows(evaluation, Scores.Kind.TEST)).ifPresent(words -> blocks.add(Block.Remark.of(words)));
        table(blocks, evaluation, Scores.Kind.CROSSFIT, "performance-crossfit",
                "Training cases, cross-fitted: signatures, calibration, nomogram and cut-offs of each fold were fitted without its "
                        + "patients. AUC: over the cases of all folds.");
        withinFolds(blocks, evaluation);
        if (!rows(evaluation, Scores.Kind.CROSSFIT).isEmpty()) {
            result.compared().map(ComparedNetworksBlocks::choice).ifPresent(words -> blocks.add(Block.Remark.of(words)));
        }
        foldsLeft(blocks, evaluation);
        blocks.addAll(GapBlocks.of(result));
        inSample(blocks, evaluation);
        blocks.addAll(Comparisons.of(evaluation));
        blocks.addAll(GainBlocks.added(result));
        waterfall(blocks, result);
        return new Section("performance", "Performance", blocks);
    }

    private static List<Evaluation.Row> rows(Evaluation evaluation, Scores.Kind kind) {
        return evaluation.rows().stream().filter(row -> row.kind() == kind).toList();
    }

    private static String cases(LabelledRows rows, String one) {
        return Shown.count(rows.size(), one) + " of " + Shown.count(rows.clusters().count(), "patient");
    }

    private static void roc(List<Figure> curves, Evaluation evaluation, Scores.Kind kind, String caption) {
        List<RocFigure.Model> models = rows(evaluation, kind).stream()
                .map(row -> RocFigure.Model.of(Names.model(row.model()), row.curve(), row.reported()))
                .toList();
        if (!models.isEmpty()) {
            curves.add(Figure.drawing(
                    "roc-" + kind.label(), RocFigure.svg("ROC curves, " + kind.label(), models),
                    Prose.of(caption + " AUC with 95 % interval.")));
        }
    }

    private static void table(List<Block> blocks, Evaluation evaluation, Scores.Kind kind, String key, String caption) {
        List<List<Cell>> cells = new ArrayList<>();
        rows(evaluation, kind).forEach(row -> cells.add(cells(row)));
        evaluation.without().stream().filter(none -> none.kind() == kind).forEach(none -> cells.add(cells(none)));
        if (!cells.isEmpty()) {
            blocks.add(new Block.Table(key, Prose.of(caption), HEADER, cells));
        }
    }

    /// Beside the areas over all folds, whose scores come from several models: those within a fold, which one model gave.
    private static void withinFolds(List<Block> blocks, Evaluation evaluation) {
        String means = rows(evaluation, Scores.Kind.CROSSFIT).stream()
                .flatMap(row -> row.withinFolds().stream().map(within -> Names.model(row.model()) + " " + Shown.fixed(within.mean(), 3)))
                .collect(Collectors.joining(", "));
        if (!means.isEmpty()) {
            blocks.add(Block.Remark.of("Mean of the AUCs within folds, where one model scored all cases: " + means + "."));
        }
    }

    private static List<Cell> cells(Evaluation.Row row) {
        return List.of(
                Cell.words(Names.model(row.model())),
                Cell.count(row.n()),
                Names.aucCell(row.reported()),
                Names.proportionCell(row.confusion().sensitivity()),
                Names.proportionCell(row.confusion().specificity()),
                Names.proportionCell(row.confusion().accuracy()),
                Cell.count(row.confusion().tp()),
                Cell.count(row.confusion().fp()),
                Cell.count(row.confusion().fn()),
                Cell.count(row.confusion().tn()),
                Cell.fixed(row.confusion().f1(), 3));
    }

    private static List<Cell> cells(Evaluation.NoModel none) {
        List<Cell> cells = new ArrayList<>(
                List.of(Cell.words(Names.model(none.model())), Cell.count(none.rows().size()), Cell.words(none.words())));
        cells.addAll(Collections.nCopies(HEADER.size() - cells.size(), Cell.EMPTY));
        return cells;
    }

    /// Which rows of the cross-fitted table stand on fewer folds, and why.
    private static void foldsLeft(List<Block> blocks, Evaluation evaluation) {
        for (Evaluation.Row row : rows(evaluation, Scores.Kind.CROSSFIT)) {
            row.scores().heldOut().filter(how -> how.left() > 0).ifPresent(how -> blocks.add(Block.Remark.of(
                    Names.model(row.model()) + ": in " + how.foldsLeft() + " of " + Shown.count(how.folds(), "fold")
                            + " the other patients gave no usable model; " + Shown.count(how.left(), "case") + " of "
                            + (row.n() + how.left()) + " therefore have no score.")));
        }
    }

    private static void inSample(List<Block> blocks, Evaluation evaluation) {
        List<Block> inside = new ArrayList<>();
        inside.add(Block.Remark.of("Scores of models on the very cases they were fitted to. They are too good and say nothing about "
                + "new patients."));
        table(inside, evaluation, Scores.Kind.IN_SAMPLE, "performance-in-sample", "Training cases, in-sample scores.");
        if (inside.size() > 1) {
            blocks.add(new Block.Fold("In-sample scores, for comparison with published studies", inside));
        }
    }

    private static void waterfall(List<Block> blocks, StudyResult result) {
        for (Scores scores : result.scores()) {
            if (scores.kind() == Scores.Kind.TEST && scores.model().equals(NOMOGRAM)) {
                rows(result.evaluation(), Scores.Kind.TEST).stream()
                        .filter(row -> row.model().equals(NOMOGRAM))
                        .findFirst()
                        .ifPresent(row -> blocks.add(Figure.drawing(
                                "waterfall",
                                WaterfallFigure.svg(
                                        "Nomogram, test cases", scores.scores(), scores.outcome(),
                                        row.cutoff().threshold(), result.cohort().classes().positive(),
                                        result.cohort().classes().negative()),
                                Prose.of("The nomogram's probability of every test case, drawn from the cut-off: bars above it are called "
                                        + result.cohort().classes().positive() + ", a bar of the other colour there is an error."))));
            }
        }
    }
}
