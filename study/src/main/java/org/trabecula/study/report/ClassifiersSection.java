package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.figures.ImportanceFigure;
import org.trabecula.learn.importance.PermutationImportance;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.study.fit.Contender;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.result.Supplement;

/// Which classifier each signature has, what the others would have done, and what the chosen ones rest on.
final class ClassifiersSection {
    private static final List<String> WHOSE = List.of("Signature", "Classifier");
    private static final List<String> TESTED = List.of("Test AUC", "Sensitivity", "Specificity", "Accuracy");
    private static final List<String> COUNTS = List.of("TP", "FP", "FN", "TN");

    private ClassifiersSection() {}

    static Section of(StudyResult result) {
        List<Block> blocks = new ArrayList<>();
        Supplement supplement = result.supplement();
        if (!supplement.contenders().isEmpty()) {
            choice(blocks, result, supplement);
        }
        importance(blocks, result);
        if (blocks.isEmpty()) {
            blocks.add(Block.Paragraph.of("The settings name one classifier, so there was no choice, and no signature has a feature that it "
                    + "could rest on."));
        }
        return new Section("classifiers", "Classifiers", blocks);
    }

    private static void choice(List<Block> blocks, StudyResult result, Supplement supplement) {
        int signatures = result.fitted().signatures().size();
        int classifiers = supplement.contenders().size() / signatures;
        blocks.add(new Block.Paragraph(Prose.of("Each signature had the choice of " + classifiers + " classifiers. Kind and settings were "
                        + "chosen by the mean AUC over " + MethodsText.gridFolds(result) + ". ")
                .see("all-classifiers")
                .and(" shows all of them.")));
        boolean tested = !supplement.tested().isEmpty();
        int cases = result.split().test().size();
        blocks.add(table(
                "all-classifiers",
                "All classifiers of all signatures, each with the best of its settings, fitted to the " + result.split().train().size()
                        + " training cases; the chosen ones are marked. AUC in folds: mean over the folds of the grid search; the "
                        + "signature's features had been selected with all training cases, and the best of many is taken, so it is "
                        + "optimistic." + (tested
                                ? " Test: " + Shown.count(cases, "case") + ", cut-offs by Youden on the scores of the folds; those of the study's "
                                        + "own models come from the cross-fitting, so their counts differ while the AUC is the same."
                                : ""),
                supplement, List.of("AUC in folds"), one -> List.of(Cell.fixed(one.search().bestAuc(), 3)), TESTED,
                row -> Cell.row(
                        Names.aucCell(row.reported()), Names.proportionCell(row.confusion().sensitivity()),
                        Names.proportionCell(row.confusion().specificity()), Names.proportionCell(row.confusion().accuracy()))));
        blocks.add(new Block.Fold(
                "Settings of all classifiers" + (tested ? ", and their counts" : ""),
                List.of(table(
                        "all-settings",
                        "The best settings of each classifier, and among how many." + (tested ? " Counts of test cases." : ""),
                        supplement, List.of("Settings", "Candidates"),
                        one -> Cell.row(Cell.words(one.search().best().words()), Cell.count(one.search().tried().size())), COUNTS,
                        row -> Cell.row(
                                Cell.count(row.confusion().tp()), Cell.count(row.confusion().fp()), Cell.count(row.confusion().fn()),
                                Cell.count(row.confusion().tn()))))));
        if (tested) {
            blocks.add(Block.Remark.of("Test results of classifiers that were not chosen decided nothing. The largest of "
                    + supplement.contenders().size() + " AUCs on the same " + Shown.count(cases, "case")
                    + " is large by chance in part: it is no result."));
        }
    }

    /// One row a contender: whose, what is known of its fit, what it did on the test cases where there are any.
    private static Block.Table table(
            String key, String caption, Supplement supplement, List<String> ofFit, Function<Contender, List<Cell>> fit,
            List<String> ofTest, Function<Evaluation.Row, List<Cell>> test) {
        List<String> columns = new ArrayList<>(WHOSE);
        columns.addAll(ofFit);
        if (!supplement.tested().isEmpty()) {
            columns.addAll(ofTest);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Contender one : supplement.contenders()) {
            List<Cell> row = new ArrayList<>(Cell.row(
                    Cell.words(Names.model(one.id().signature().label())),
                    Cell.words(one.search().classifier().words() + (one.taken() ? " (chosen)" : ""))));
            row.addAll(fit.apply(one));
            supplement.tested(one.id()).ifPresent(found -> row.addAll(test.apply(found)));
            rows.add(row);
        }
        return new Block.Table(key, Prose.of(caption), columns, rows);
    }

    private static void importance(List<Block> blocks, StudyResult result) {
        List<Figure> figures = new ArrayList<>();
        int repeats = 0;
        for (FittedSignature signature : result.fitted().signatures()) {
            Supplement.Importance found = result.supplement().importance().get(signature.kind());
            if (found != null) {
                repeats = found.training().repeats();
                figures.add(importance(result, signature, found));
            }
        }
        if (!figures.isEmpty()) {
            blocks.add(new Block.Heading("What the classifiers rest on"));
            blocks.addAll(figures);
            blocks.add(Block.Remark.of("Values of one feature are dealt out anew among the cases, " + repeats + " times; the lines are the "
                    + "standard deviation over the deals, no confidence interval. Features that stand in for each other lose little each."));
        }
    }

    private static Figure importance(StudyResult result, FittedSignature signature, Supplement.Importance found) {
        List<ImportanceFigure.Part> parts = new ArrayList<>();
        parts.add(part("Training, n = " + result.split().train().size(), found.training()));
        found.test().ifPresent(test -> parts.add(part("Test, n = " + result.split().test().size(), test)));
        String name = Names.inSentence(signature.name());
        int features = found.training().names().size();
        return Figure.drawing(
                signature.name() + "-importance",
                ImportanceFigure.svg("Importance, " + name + " signature", found.training().names(), parts),
                Prose.of("AUC that the classifier of the " + name + " signature (" + signature.search().classifier().words()
                        + ") loses without a feature's values, of " + Shown.fixed(found.training().auc(), 3) + " in training"
                        + found.test().map(test -> " and " + Shown.fixed(test.auc(), 3) + " in test").orElse("")
                        + (features > ImportanceFigure.MOST
                                ? "; the " + ImportanceFigure.MOST + " most important of " + features + " features."
                                : ".")));
    }

    private static ImportanceFigure.Part part(String name, PermutationImportance found) {
        return new ImportanceFigure.Part(name, found.drops(), found.sds());
    }
}
