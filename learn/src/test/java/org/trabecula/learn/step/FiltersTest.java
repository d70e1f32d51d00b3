package org.trabecula.learn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;
import org.trabecula.learn.exploration.Adjustment;
import org.trabecula.learn.exploration.UnivariateTest;
import org.trabecula.stats.icc.IccForm;
import org.trabecula.stats.icc.ReproducibilityRule;
import org.trabecula.table.FeatureTable;

/// What each step keeps, on tables small enough to see why.
class FiltersTest {
    private static final int[] OUTCOMES = {0, 1, 0, 1, 0, 1};
    private static final double[] RISING = {1, 2, 3, 4, 5, 6};

    @Test
    void usableDropsConstantAndMissingFeaturesAndFillsLaterGapsWithTheMedian() {
        Training training = TrainingTables.of(
                OUTCOMES, RISING, new double[] {2, 2, 2, 2, 2, 2}, new double[] {1, 2, Double.NaN, 4, 5, 6},
                new double[] {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6});
        Usable usable = Usable.fit(training, 0);
        assertThat(usable.names()).containsExactly("f0");
        assertThat(usable.medians()).containsExactly(3.5);
        assertThat(usable.dropped()).extracting(Dropped::feature).containsExactly("f1", "f2", "f3");
        FeatureTable later = new FeatureTable(List.of("new"), List.of("f0"), new double[][] {{Double.NaN}});
        assertThat(usable.apply(later).column("f0")).containsExactly(3.5);
        assertThat(usable.filledIn(later, "new")).containsExactly("f0");
    }

    @Test
    void zScoreHasMeanZeroAndVarianceOneOfItsTrainingCasesOnly() {
        Training training = TrainingTables.of(OUTCOMES, RISING);
        for (int ddof = 0; ddof < 2; ddof++) {
            ZScore scale = ZScore.fit(training, ddof);
            double[] z = scale.apply(training.table()).column("f0");
            double sum = 0;
            double squares = 0;
            for (double value : z) {
                sum += value;
                squares += value * value;
            }
            // six additions of numbers near one: a few ulp
            assertThat(sum).isCloseTo(0, within(1e-14));
            assertThat(squares / (z.length - ddof)).isCloseTo(1, within(1e-14));
        }
        ZScore scale = ZScore.fit(training, 1);
        FeatureTable later = new FeatureTable(List.of("new"), List.of("f0"), new double[][] {{3.5}});
        assertThat(scale.apply(later).column("f0")).containsExactly(0.0);
    }

    /// f2 parts the classes, f0 nearly, f1 not at all.
    @Test
    void theUnivariateFilterKeepsTheTellingFeaturesTheMostTellingFirst() {
        int[] outcomes = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        Training training = TrainingTables.of(
                outcomes, new double[] {1, 2, 3, 4, 6, 5, 7, 8, 9, 10}, new double[] {1, 4, 5, 8, 9, 2, 3, 6, 7, 10},
                new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        UnivariateFilter filter = new UnivariateFilter(UnivariateTest.MANN_WHITNEY, Adjustment.NONE, 0.05, 1);
        UnivariateFilter.Result result = filter.fit(training, 1);
        assertThat(result.selection().names()).containsExactly("f2", "f0");
        assertThat(result.selection().dropped()).containsExactly(new Dropped("f1", "p 1.00")); // U is 13 of 25
        assertThat(result.none()).isFalse();
        UnivariateFilter stricter = new UnivariateFilter(UnivariateTest.MANN_WHITNEY, Adjustment.NONE, 1e-3, 1);
        assertThat(stricter.fit(training, 1).selection().names()).containsExactly("f2");
        assertThat(stricter.fit(training, 1).none()).isTrue();
        assertThatThrownBy(() -> new UnivariateFilter(UnivariateTest.WELCH, Adjustment.BH, 0, 1)).hasMessageContaining("above 0");
    }

    @Test
    void zScoreRefusesAConstantFeature() {
        Training training = TrainingTables.of(OUTCOMES, new double[] {2, 2, 2, 2, 2, 2});
        assertThatThrownBy(() -> ZScore.fit(training, 1)).hasMessageContaining("constant feature f0");
    }

    @Test
    void redundancyKeepsOneOfFeaturesThatSayTheSame() {
        double[] same = {10, 20, 30, 40, 50, 60};
        double[] other = {3, 1, 4, 1.5, 5, 2};
        Training training = TrainingTables.of(OUTCOMES, RISING, same, other);
        Selection later = RedundancyFilter.fit(training, 0.9, RedundancyFilter.Rule.LATER_OF_PAIR, 1);
        assertThat(later.names()).containsExactly("f0", "f2");
        assertThat(later.dropped()).singleElement().satisfies(one -> {
            assertThat(one.feature()).isEqualTo("f1");
            assertThat(one.because()).contains("rho 1.000 with f0");
        });
        assertThat(RedundancyFilter.fit(training, 0.9, RedundancyFilter.Rule.MOST_REDUNDANT, 1).names()).hasSize(2).contains("f2");
        assertThat(RedundancyFilter.fit(training, 1, RedundancyFilter.Rule.LATER_OF_PAIR, 1).names()).hasSize(3);
    }

    /// The second outlines agree on `f0` and not on `f1`; a case that was not trained on, with absurd values, is not looked at.
    @Test
    void reproducibilityComparesTrainingCasesWithTheirSecondOutlines() {
        Training training = TrainingTables.of(OUTCOMES, RISING, RISING);
        List<String> ids = List.of("case-0", "case-1", "case-2", "case-3", "case-4", "case-5", "test-case");
        FeatureTable again = new FeatureTable(
                ids, List.of("f0", "f1"),
                new double[][] {{1.1, 2, 3, 3.9, 5, 6, -1e9}, {6, 1, 5, 2, 4, 3, 1e9}});
        ReproducibilityRule rule = new ReproducibilityRule(
                IccForm.named("ICC(2,1)").orElseThrow(), 0.8, ReproducibilityRule.By.ESTIMATE, 0.95);
        ReproducibilityFilter.Result result =
                ReproducibilityFilter.fit(training, List.of(again), List.of("same reader"), rule, 1);
        assertThat(result.selection().names()).containsExactly("f0");
        assertThat(result.selection().dropped()).singleElement().satisfies(one -> assertThat(one.because()).contains("ICC(2,1)"));
        assertThat(result.comparisons()).containsExactly("same reader, 6 cases");
    }

    @Test
    void componentsCarryTheSpreadOfTheirInputs() {
        double[] first = {1, -1, 2, -2, 3, -3};
        double[] second = {2, -2, 4, -4, 6, -6};
        Training training = TrainingTables.of(OUTCOMES, first, second);
        Projection projection = PcaStep.fit(training, 5, 1);
        assertThat(projection.names()).startsWith("pc_001").hasSizeLessThanOrEqualTo(2);
        double[] scores = projection.apply(training.table()).column("pc_001");
        double spread = 0;
        double all = 0;
        for (int row = 0; row < scores.length; row++) {
            spread += scores[row] * scores[row];
            all += first[row] * first[row] + second[row] * second[row];
        }
        // both columns lie on one line through the origin, so one component carries everything; rounding of six products
        assertThat(spread).isCloseTo(all, within(1e-12 * all));
    }

    @Test
    void aStepThatWasEditedIsNone() {
        assertThatThrownBy(() -> new ZScore(List.of("f"), List.of(0.0), List.of(0.0))).hasMessageContaining("> 0");
        assertThatThrownBy(() -> new ZScore(List.of("f"), List.of(Double.NaN), List.of(1.0))).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Usable(List.of("f", "f"), List.of(0.0, 0.0), List.of())).hasMessageContaining("twice");
        assertThatThrownBy(() -> new Usable(List.of("f"), List.of(), List.of())).hasMessageContaining("0 training medians");
        assertThatThrownBy(() -> new Projection(List.of("f"), new double[] {0}, List.of("pc"), new double[][] {{1, 2}}))
                .hasMessageContaining("loadings");
    }
}
