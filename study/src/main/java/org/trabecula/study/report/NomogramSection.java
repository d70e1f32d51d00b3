package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.nomogram.NomogramFigure;
import org.trabecula.report.Block;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.glm.OddsRatio;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.study.fit.ClinicalFit;
import org.trabecula.study.fit.LogisticModel;
import org.trabecula.study.result.StudyResult;

/// The clinical model: age, sex and a signature.
final class NomogramSection {
    private NomogramSection() {}

    /// Without blocks where neither age nor sex is known.
    static Section of(StudyResult result) {
        List<Block> blocks = new ArrayList<>();
        result.clinical().model().ifPresent(attempt -> attempt.model().ifPresentOrElse(
                model -> fill(blocks, result, model),
                () -> blocks.add(Block.Paragraph.of("No nomogram, because there is no usable model: " + attempt.why() + "."))));
        return new Section("nomogram", "Nomogram", blocks);
    }

    private static void fill(List<Block> blocks, StudyResult result, LogisticModel model) {
        ClinicalFit clinical = result.clinical();
        String signature = Names.inSentence(clinical.signature().label());
        String positive = result.cohort().classes().positive();
        blocks.add(Block.Paragraph.of("Logistic regression on " + String.join(", ", clinical.data().terms()) + " and the " + signature
                + " signature's logit, fitted to " + (result.settings().crossfit() == 0 ? "in-sample" : "cross-fitted")
                + " scores of training patients. A logit is a probability p written as log(p / (1 − p)): 0 stands for one half."));
        blocks.add(Figure.drawing(
                "nomogram-drawing",
                NomogramFigure.svg(
                        "Nomogram", clinical.nomogram().orElseThrow(), new Link.Logistic(), "Probability of " + positive,
                        AxisTitles::of),
                Prose.of("Read the points of each value from the top axis, add them, and read the probability below the total. The linear "
                        + "predictor is the logit of that probability.")));
        blocks.add(coefficients(model));
        Prose note = Prose.of("Sex is 1 for men, 0 for women.");
        blocks.add(new Block.Remark(
                result.cohort().classes().areFractureAge() && hasTest(result)
                        ? note.and(" Acute patients of the published study were twelve years younger: the row \"Age and sex\" in ")
                                .see("performance")
                                .and(" says what these two alone achieve.")
                        : note));
        if (!model.note().isEmpty()) {
            blocks.add(Block.Remark.of(model.note().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + model.note().substring(1) + "."));
        }
        blocks.addAll(GainBlocks.optimism(result));
    }

    private static boolean hasTest(StudyResult result) {
        return result.evaluation().rows().stream()
                .anyMatch(row -> row.kind() == org.trabecula.evaluation.Scores.Kind.TEST);
    }

    private static Block coefficients(LogisticModel model) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(Cell.row(Cell.words("Intercept"), Cell.fixed(model.intercept(), 4), Cell.EMPTY, Cell.EMPTY));
        for (int term = 0; term < model.terms().size(); term++) {
            OddsRatio odds = model.oddsRatio(term);
            rows.add(Cell.row(
                    Cell.words(AxisTitles.of(model.terms().get(term))), Cell.fixed(model.coefficients()[term], 4),
                    Cell.fixed(model.standardError(term), 4), Cell.interval(odds.ratio(), odds.interval().lower(), odds.interval().upper(), 3)));
        }
        return new Block.Table(
                "coefficients",
                Prose.of("Coefficients. Standard errors take several cases of a patient as dependent."),
                List.of("Term", "Coefficient", "Robust SE", "Odds ratio per unit (95 % CI)"), rows);
    }
}
