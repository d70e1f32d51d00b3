package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.figures.CoefficientFigure;
import org.trabecula.figures.CrossValidationFigure;
import org.trabecula.figures.MeasureWords;
import org.trabecula.figures.PathFigure;
import org.trabecula.learn.signature.LassoTrace;
import org.trabecula.report.Block.Figure;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.report.Section;
import org.trabecula.stats.penalised.Family;
import org.trabecula.stats.penalised.Measure;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.fit.StepCount;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.settings.LassoFamily;

/// How many features each step left, and what the LASSO chose.
final class FeaturesSection {
    private static final int TERMS_OPEN = 8;

    private FeaturesSection() {}

    static Section of(StudyResult result) {
        List<FittedSignature> signatures = result.fitted().signatures();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Figure.drawing(
                "pipeline", Pipeline.svg(result),
                Prose.of("The method as it ran. Numbers at the right edge count cases, or the features that a step left.")));
        blocks.add(new Block.Paragraph(Prose.of("Every step was fitted on training patients only. ")
                .see("steps")
                .and(" says how many features each step left.")));
        blocks.add(new Block.Terms(Glossary.ofSignatures(signatures)));
        blocks.add(steps(signatures));
        boolean binomial = result.settings().lasso().family() instanceof LassoFamily.Binomial;
        signatures.forEach(signature -> signature(blocks, signature, result.cohort().classes(), binomial));
        return new Section("features", "Features and signatures", blocks);
    }

    private static Block steps(List<FittedSignature> signatures) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FittedSignature signature : signatures) {
            for (StepCount count : signature.counts()) {
                rows.add(Cell.row(
                        Cell.words(Names.model(signature.name())), Cell.words(count.step()), Cell.count(count.before()),
                        Cell.count(count.after()), Cell.words(count.note())));
            }
        }
        return new Block.Table(
                "steps", Prose.of("Features before and after each step."),
                List.of("Signature", "Step", "Before", "After", "Remark"), rows);
    }

    private static void signature(List<Block> blocks, FittedSignature fitted, ClassNames classes, boolean binomial) {
        String name = Names.model(fitted.name());
        String key = fitted.name();
        LassoTrace lasso = fitted.lasso();
        int kept = fitted.signature().names().size();
        blocks.add(new Block.Heading(name + " signature: " + Shown.count(kept, "feature")));
        if (kept == 0) {
            blocks.add(Block.Paragraph.of("The LASSO kept no feature: every case has the same score, and the models that use it say "
                    + "nothing."));
        }
        blocks.add(new Block.SideBySide(List.of(
                Figure.drawing(
                        key + "-path",
                        PathFigure.svg(
                                name + " signature, coefficient path", lasso.lambdas(), lasso.path(), lasso.names(),
                                lasso.taken()),
                        Prose.of("LASSO path of the " + Names.inSentence(key) + " signature: the coefficient of every feature as the penalty "
                                + "λ falls from right to left. The numbers above count the features at each λ.")),
                Figure.drawing(
                        key + "-cv",
                        CrossValidationFigure.svg(
                                name + " signature, cross-validation", measure(binomial), lasso.cvLambdas(), lasso.cvMean(),
                                lasso.cvSd(), lasso.lambdaMin(), lasso.lambda1se()),
                        Prose.of("Cross-validation " + (binomial ? "by patient" : "over contiguous folds") + " of the " + Names.inSentence(key)
                                + " signature: the " + (binomial ? "binomial deviance" : "mean squared error on 0 and 1") + " is lowest at λ = "
                                + Shown.significant(lasso.lambdaMin(), 4) + " (λ min); the largest λ within one standard error of it is "
                                + Shown.significant(lasso.lambda1se(), 4) + " (λ 1se). Taken: λ = " + Shown.significant(lasso.taken(), 4) + ".")))));
        if (kept == 0) {
            return;
        }
        blocks.add(Figure.drawing(
                key + "-coefficients",
                CoefficientFigure.svg(
                        name + " signature, coefficients", fitted.signature().names(), fitted.signature().coefficients()),
                Prose.of("Coefficients of the " + Names.inSentence(key) + " signature on z-scored features: what weighs most, and in which "
                        + "direction (right: towards " + classes.positive() + ").")));
        blocks.addAll(LeadingFeatures.of(key, fitted.signature(), classes.positive(), classes.negative()));
        blocks.addAll(formula(fitted));
    }

    /// Open while it is short enough to be read at a glance.
    private static List<Block> formula(FittedSignature fitted) {
        String name = Names.inSentence(fitted.name());
        Block formula = new Block.Listing(onePerLine(fitted.signature().formula()));
        return fitted.signature().names().size() <= TERMS_OPEN
                ? List.of(Block.Paragraph.of("Score of the " + name + " signature, of z-scored features:"), formula)
                : List.of(new Block.Fold("Score of the " + name + " signature, a formula of "
                        + Shown.count(fitted.signature().names().size(), "z-scored feature"), List.of(formula)));
    }

    private static String measure(boolean binomial) {
        return binomial
                ? MeasureWords.of(Measure.DEVIANCE, Family.BINOMIAL)
                : MeasureWords.of(Measure.MSE, Family.GAUSSIAN);
    }

    private static String onePerLine(String formula) {
        return formula.replace(" + ", "\n+ ").replace(" - ", "\n- ");
    }
}
