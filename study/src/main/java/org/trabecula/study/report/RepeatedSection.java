package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.repeated.RepeatedModel;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.evaluation.repeated.Spread;
import org.trabecula.figures.RepetitionsFigure;
import org.trabecula.figures.SelectionFigure;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.resampling.SelectionStability;
import org.trabecula.study.result.RepeatedStudy;

/// Performance in repeated cross-validation, and which features were selected how often (B2).
final class RepeatedSection {
    private static final String TITLE = "Repeated cross-validation";

    private RepeatedSection() {}

    static Section of(RepeatedStudy repeated) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Prose.of(dealt(repeated)).see("repeated").and(" has the means over repetitions.")));
        blocks.add(areas(repeated));
        blocks.add(Block.Remark.of("A dot is one repetition. Repetitions deal the same patients anew, so their spread says how far a number hangs "
                + "on the deal; it is no confidence interval, and more repetitions do not make it one. The 95 % interval is DeLong's of the mean "
                + "area, patients as clusters: a patient's scores of all repetitions are taken together. It holds for the models as they were "
                + "fitted; that other patients would have made other models is not in it."));
        blocks.add(table(repeated));
        without(blocks, repeated);
        blocks.add(details(repeated));
        RepeatedCurveBlocks.of(blocks, repeated);
        RepeatedParts.centres(blocks, repeated.centres());
        repeated.learningCurve().ifPresent(curve -> RepeatedParts.curve(blocks, curve));
        stability(blocks, repeated);
        return new Section("repeated", TITLE, blocks);
    }

    private static String dealt(RepeatedStudy repeated) {
        return "No single test set decides: the " + Shown.count(repeated.rows().size(), "case") + " of "
                + Shown.count(repeated.rows().clusters().count(), "patient") + " (" + repeated.rows().outcome().cases()
                + " positive) were dealt into " + repeated.folds() + " folds, " + Shown.count(repeated.times(), "time")
                + ", whole patients, stratified by outcome. Each fold was a test part for everything that was fitted to the other folds: "
                + "features, network and classifiers, and calibration, cut-offs and nomogram on scores cross-fitted among them. ";
    }

    private static Block areas(RepeatedStudy repeated) {
        List<RepetitionsFigure.Row> rows = repeated.evaluation().models().stream()
                .map(model -> new RepetitionsFigure.Row(
                        Names.model(model.model()), model.mean().map(mean -> mean.auc()).orElse(Double.NaN),
                        model.mean().map(mean -> mean.lower()).orElse(Double.NaN), model.mean().map(mean -> mean.upper()).orElse(Double.NaN),
                        model.repetitions().stream().mapToDouble(Repetition::auc).toArray()))
                .toList();
        return Figure.drawing(
                "repetitions", RepetitionsFigure.svg("AUC over repetitions", "AUC of held-out cases", 0.5, rows),
                Prose.of("Area under the curve of held-out cases: above, the mean of " + Shown.count(repeated.times(), "repetition")
                        + " with its 95 % interval; below, each repetition. n = " + repeated.rows().size() + " in each."));
    }

    private static Block table(RepeatedStudy repeated) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RepeatedModel model : repeated.evaluation().models()) {
            Spread auc = model.spread(Repetition::auc);
            rows.add(Cell.row(
                    Cell.words(Names.model(model.model())),
                    Cell.count(model.mean().map(mean -> mean.cases() + mean.controls()).orElse(0)), Cell.count(model.withModel()),
                    model.mean().map(Names::aucCell).orElse(new Cell.Missing("")), Cell.fixed(auc.sd(), 3),
                    range(auc), mean(model, Repetition::withinFolds), mean(model, Repetition::sensitivity),
                    mean(model, Repetition::specificity)));
        }
        return new Block.Table(
                "repeated",
                Prose.of("Held-out cases over " + Shown.count(repeated.times(), "repetition") + ". n: cases with a score in any repetition. AUC: mean of "
                        + "the areas over all folds of a repetition, 95 % interval in brackets; SD and 2.5 to 97.5 % over repetitions. Within folds: "
                        + "mean of the areas within folds, where one model scored all cases. Sensitivity and specificity at the folds' own cut-offs."),
                List.of("Model", "n", "Repetitions", "AUC", "SD", "2.5–97.5 %", "Within folds", "Sensitivity", "Specificity"), rows);
    }

    private static Cell mean(RepeatedModel model, ToDoubleFunction<Repetition> number) {
        return Cell.fixed(model.spread(number).mean(), 3);
    }

    private static Cell range(Spread spread) {
        return Double.isNaN(spread.low()) ? new Cell.Missing("") : Cell.number(Shown.range(spread.low(), spread.high(), 3));
    }

    /// Never replaced by anything: counted.
    private static void without(List<Block> blocks, RepeatedStudy repeated) {
        for (RepeatedModel model : repeated.evaluation().models()) {
            if (model.foldsWithout() > 0) {
                blocks.add(Block.Remark.of(Names.model(model.model()) + ": in " + model.foldsWithout() + " of "
                        + Shown.count(model.folds(), "fold") + " the other patients gave no usable model, and their cases have no score"
                        + (model.withModel() < model.repetitions().size()
                                ? "; in " + Shown.count(model.repetitions().size() - model.withModel(), "repetition") + " there was none at all ("
                                        + model.why() + ")"
                                : "")
                        + "."));
            }
        }
    }

    private static Block details(RepeatedStudy repeated) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RepeatedModel model : repeated.evaluation().models()) {
            add(rows, model, "calibration slope", Repetition::slope);
            add(rows, model, "calibration intercept", Repetition::intercept);
            add(rows, model, "Brier score", Repetition::brier);
            add(rows, model, "AUC within folds", Repetition::withinFolds);
            add(rows, model, "sensitivity", Repetition::sensitivity);
            add(rows, model, "specificity", Repetition::specificity);
        }
        return new Block.Fold("Calibration, cut-offs and their spread over repetitions", List.of(new Block.Table(
                "repeated-spread",
                Prose.of("Numbers over repetitions. Repetitions: those that have the number. Calibration is of the folds' own probabilities, which "
                        + "never saw the case: a slope of 1 and an intercept of 0 are ideal and not given by construction."),
                List.of("Model", "Number", "Repetitions", "Mean", "SD", "2.5–97.5 %"), rows)));
    }

    private static void add(List<List<Cell>> rows, RepeatedModel model, String name, ToDoubleFunction<Repetition> number) {
        Spread spread = model.spread(number);
        rows.add(Cell.row(
                Cell.words(Names.model(model.model())), Cell.words(name), Cell.count(spread.count()), Cell.fixed(spread.mean(), 3),
                Cell.fixed(spread.sd(), 3), range(spread)));
    }

    private static void stability(List<Block> blocks, RepeatedStudy repeated) {
        RepeatedStudy.Selections found = repeated.selections().get(SignatureKind.HCR);
        if (found == null) {
            return;
        }
        SelectionStability stability = found.stability();
        blocks.add(new Block.Heading("Stability of the selected features"));
        blocks.add(Figure.drawing(
                "selection-stability",
                SelectionFigure.svg("Selected features, hand-crafted signature", found.names(), stability.counts(), stability.selections()),
                Prose.of("How often each feature was selected for the hand-crafted signature, of " + stability.selections()
                        + " fits; the most frequent of " + Shown.count(stability.features(), "candidate") + ". The others: stability.csv.")));
        String measure = Double.isNaN(stability.stability())
                ? "Nogueira's stability is not estimable: all features or none were selected in every fit."
                : "Nogueira's stability " + Shown.interval(stability.stability(), stability.interval().lower(), stability.interval().upper(), 3)
                        + " (95 % interval in brackets): 1 when every fit selects the same features, 0 when features are picked at random; above 0.75 "
                        + "counts as excellent, below 0.40 as poor. On average " + Shown.fixed(stability.meanSize(), 1)
                        + " features were selected. The fits share patients, so the interval is too narrow.";
        blocks.add(Block.Paragraph.of(measure));
        if (repeated.evaluation().models().size() > 3) {
            blocks.add(Block.Remark.of("Only hand-crafted features are counted: a principal component is another one in every fit."));
        }
    }
}
