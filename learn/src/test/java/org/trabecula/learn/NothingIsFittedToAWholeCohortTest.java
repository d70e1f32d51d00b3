package org.trabecula.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Snippet;

/// The proof by type: code that hands a whole table to a fitting step, or makes a training view itself, does not compile.
class NothingIsFittedToAWholeCohortTest {
    private static final String HEAD = """
            import java.util.List;
            import java.util.SplittableRandom;
            import org.trabecula.learn.*;
            import org.trabecula.learn.classifier.*;
            import org.trabecula.learn.signature.*;
            import org.trabecula.learn.step.*;
            import org.trabecula.stats.LabelledRows;
            import org.trabecula.table.FeatureTable;
            class Study {
                Object run(LabelledRows rows, FeatureTable all) {
                    return %s;
                }
            }
            """;

    @Test
    void aTrainingViewFromASplitCompiles() {
        assertThat(errors("ZScore.fit(Split.byPatient(rows, 0.2, new SplittableRandom(1)).training(all), 1)")).isEmpty();
    }

    @Test
    void aWholeTableDoesNot() {
        assertThat(errors("ZScore.fit(all, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("Usable.fit(all)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("Harmonised.fit(all, new Harmonised.Rule(10, List.of(), false))")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("Grids.USUAL.candidates(Classifier.SVM, 1, 1).get(0).fit(all)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("new UnivariateFilter(null, null, 0.05, 1).fit(all, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("org.trabecula.learn.tree.Cart.fit(all, 1, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("org.trabecula.learn.tree.Forest.EXTRA_TREES.fit(all, 1, 1, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("org.trabecula.learn.boosting.Xgboost.fit(all, 1, 1, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("org.trabecula.learn.boosting.Lightgbm.fit(all, 1, 2, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("Pruning.fit(all, null, 0.5, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("LassoSelection.fit(all, null, LassoSelection.Choice.MIN, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("LassoSelection.leastSquares(all, null, LassoSelection.Choice.MIN, 1)")).anyMatch(e -> e.contains("Training"));
        assertThat(errors("Folds.stratifiedByPatient(all, 2, new SplittableRandom(1))")).anyMatch(e -> e.contains("Training"));
    }

    @Test
    void aTrainingViewCannotBeMadeByHand() {
        assertThat(errors("ZScore.fit(new Training(rows, all), 1)")).anyMatch(e -> e.contains("not public"));
    }

    @Test
    void scoresAreFittedToOnlyWhenTheyAreOfTrainingCases() {
        String scored = "Split.byPatient(rows, 0.2, new SplittableRandom(1)).training(all).scored("
                + "own -> java.util.Map.of(1, own.column(0))).get(1)";
        assertThat(errors("LogisticLine.fit(" + scored + ")")).isEmpty();
        assertThat(errors("LogisticLine.fit(all.column(0), all.column(1))")).isNotEmpty();
        assertThat(errors("LogisticLine.fit(new TrainingScores(rows, all.column(0)))")).anyMatch(e -> e.contains("private"));
    }

    @Test
    void testRowsAreNoTrainingView() {
        assertThat(errors("Usable.fit(Split.byPatient(rows, 0.2, new SplittableRandom(1)).testRows(all))"))
                .anyMatch(e -> e.contains("Training"));
    }

    private static List<String> errors(String expression) {
        return Snippet.errors("Study", HEAD.formatted(expression));
    }
}
