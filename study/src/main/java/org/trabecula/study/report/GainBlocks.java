package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.AddedValue;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Optimism;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.report.Block;
import org.trabecula.report.Cell;
import org.trabecula.report.Prose;
import org.trabecula.stats.glm.ValidationIndex;
import org.trabecula.study.result.StudyResult;

/// What signatures add to age and sex, and how much the clinical models flatter themselves.
final class GainBlocks {
    private static final int DECIMALS = 3;

    private GainBlocks() {}

    /// Empty without cross-fitted scores, age and sex.
    static List<Block> added(StudyResult result) {
        List<AddedValue> all = result.scrutiny().addedValue();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        AddedValue any = all.getFirst();
        String beside = String.join(" and ", any.beside());
        List<List<Cell>> rows = new ArrayList<>();
        all.forEach(one -> rows.add(cells(one)));
        blocks.add(new Block.Table(
                "added-value",
                Prose.of("What each signature's score adds to " + beside + " among " + any.n() + " training cases (" + any.positives() + " "
                        + result.cohort().classes().positive() + "): likelihood ratio of two logistic models, one within the other, with one "
                        + "degree of freedom. Scores are cross-fitted. The robust p is Wald's and takes several cases of a patient as "
                        + "dependent. Coefficient: per standard deviation of the score; below 0 the score counts against its own class."),
                List.of("Signature", "n", "χ²", "p", "Coefficient (robust SE)", "p, robust"), rows));
        blocks.add(Block.Remark.of("Two models of which one holds the other are compared by their likelihoods: DeLong's test is not valid for "
                + "nested models on the cases that they were fitted to." + onTest(result.evaluation(), beside)));
        return blocks;
    }

    private static List<Cell> cells(AddedValue one) {
        Cell name = Cell.words(Names.model(one.signature()));
        if (!one.tested()) {
            return Cell.row(name, Cell.count(one.n()), new Cell.Missing(one.why()), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY);
        }
        return Cell.row(
                name, Cell.count(one.n()), Cell.fixed(one.chiSquared(), 2), Cell.p(one.p()),
                Cell.number(Shown.fixed(one.coefficient(), DECIMALS) + " (" + Shown.fixed(one.robustError(), DECIMALS) + ")"),
                Cell.p(one.robustP()));
    }

    /// The same question of test cases, with the coefficients as they were fitted.
    private static String onTest(Evaluation evaluation, String beside) {
        String nomogram = ModelId.of(SignatureKind.NOMOGRAM).label();
        String ageSex = ModelId.of(SignatureKind.AGE_SEX).label();
        return evaluation.comparisons().stream()
                .filter(pair -> pair.kind() == Scores.Kind.TEST && pair.a().equals(ageSex) && pair.b().equals(nomogram))
                .findFirst()
                .map(pair -> " On the " + pair.n() + " test cases, coefficients as fitted in training, the nomogram's AUC differs from that of " + beside
                        + " by " + Shown.difference(
                                -pair.clustered().difference(), -pair.clustered().upper(), -pair.clustered().lower(), DECIMALS)
                        + " (" + Shown.pInWords(pair.clustered().p()) + ", DeLong with patients as clusters; nothing was fitted to these cases).")
                .orElse("");
    }

    /// Empty where no clinical model is usable, or no draws were asked for.
    static List<Block> optimism(StudyResult result) {
        List<List<Cell>> rows = new ArrayList<>();
        int undefined = 0;
        for (Optimism one : result.scrutiny().optimism()) {
            undefined += one.undefined();
            for (ValidationIndex index : one.indexes()) {
                rows.add(Cell.row(
                        Cell.words(Names.model(one.model()) + ", " + index.name()), Cell.count(one.n()),
                        Cell.fixed(index.original(), DECIMALS), Cell.fixed(index.optimism(), DECIMALS),
                        Cell.fixed(index.corrected(), DECIMALS)));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Table(
                        "optimism",
                        Prose.of("Optimism of the clinical models among training cases (Harrell): patients drawn "
                                + Shown.minus(Integer.toString(result.settings().evaluation().optimism())) + " times, the model refitted in each "
                                + "draw and taken back to all cases" + (undefined == 0
                                        ? "."
                                        : "; " + Shown.count(undefined, "draw") + " without a model were left out.")
                                + " Apparent: as fitted. Corrected: apparent less optimism."),
                        List.of("Model and index", "n", "Apparent", "Optimism", "Corrected"), rows),
                Block.Remark.of("The signature's score is taken as given here. Its own optimism cannot be had by such draws: a draw holds patients "
                        + "twice, and their copies would stand on both sides of every inner cross-validation. Cross-fitting stands in its "
                        + "place: no score that the nomogram was fitted to has met its patient."));
    }
}
