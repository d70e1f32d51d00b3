package org.trabecula.stats.icc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Matrix;

class IccTest {
    @Test
    void constantReadingsHaveNoReproducibilityAndSayWhy() {
        IntraclassCorrelation none = of(new double[][] {{5.1, 5.1}, {5.1, 5.1}, {5.1, 5.1}});
        for (Icc icc : none.forms()) {
            assertThat(icc.icc()).as(icc.form().label()).isNaN();
            assertThat(icc.p()).isNaN();
            assertThat(icc.why()).isNotEmpty();
        }
    }

    @Test
    void identicalReadingsOfDifferentCasesAgreePerfectly() {
        IntraclassCorrelation same = of(new double[][] {{0.1, 0.1}, {0.7, 0.7}, {0.3, 0.3}, {0.9, 0.9}});
        for (Icc icc : same.forms()) {
            assertThat(icc.icc()).as(icc.form().label()).isEqualTo(1);
            assertThat(icc.lower()).isEqualTo(1);
            assertThat(icc.upper()).isEqualTo(1);
            assertThat(icc.p()).isZero();
            assertThat(icc.why()).isEmpty();
        }
    }

    @Test
    void whenOnlyTheReaderDiffersThereIsNoAgreement() {
        IntraclassCorrelation shift = of(new double[][] {{1, 3}, {1, 3}, {1, 3}});
        assertThat(shift.form(IccForm.ICC_1_1).icc()).isEqualTo(-1);
        assertThat(shift.form(IccForm.ICC_1_1).p()).isEqualTo(1);
        assertThat(shift.form(IccForm.ICC_2_1).icc()).isZero();
        assertThat(shift.form(IccForm.ICC_3_1).icc()).isNaN();
        assertThat(shift.form(IccForm.ICC_3_1).why()).isNotEmpty();
    }

    @Test
    void aMissingReadingLeavesTheFeatureWithoutAnIcc() {
        IntraclassCorrelation missing = of(new double[][] {{1, 2}, {Double.NaN, 3}, {2, 2}});
        assertThat(missing.form(IccForm.ICC_2_1).icc()).isNaN();
        assertThat(missing.form(IccForm.ICC_2_1).why()).isEqualTo("1 of 3 subjects have a missing reading");
    }

    @Test
    void anInfiniteReadingIsNamed() {
        IntraclassCorrelation none = of(new double[][] {{1, Double.POSITIVE_INFINITY}, {2, 2.1}, {3, 3.2}});
        assertThat(none.forms()).allSatisfy(icc -> {
            assertThat(icc.icc()).isNaN();
            assertThat(icc.why()).contains("1 of 3 subjects", "infinite");
        });
    }

    @Test
    void aConstantShiftIsAnErrorForAgreementOnly() {
        double[][] x = random(3, 20, 2, 0.3);
        double consistency = of(x).form(IccForm.ICC_3_1).icc();
        double agreement = of(x).form(IccForm.ICC_2_1).icc();
        for (double[] subject : x) {
            subject[1] += 5;
        }
        assertThat(of(x).form(IccForm.ICC_3_1).icc()).isCloseTo(consistency, within(1e-12)); // the shift rounds
        assertThat(of(x).form(IccForm.ICC_2_1).icc()).isLessThan(agreement - 0.5);
    }

    @Test
    void estimatesDoNotDependOnUnitAndOrigin() {
        double[][] x = random(4, 25, 3, 0.5);
        double[][] scaled = java.util.Arrays.stream(x)
                .map(subject -> java.util.Arrays.stream(subject).map(v -> 1000 * v + 50).toArray())
                .toArray(double[][]::new);
        for (IccForm form : IccForm.values()) {
            assertThat(of(scaled).form(form).icc()).isCloseTo(of(x).form(form).icc(), within(1e-12));
        }
    }

    @Test
    void aFeatureStaysOnlyWhenBothComparisonsHold() {
        // columns: good in both, good only between sessions, constant
        Matrix first = Matrix.ofColumns(
                new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 4, 5}, new double[] {7, 7, 7, 7, 7});
        Matrix second = Matrix.ofColumns(
                new double[] {1.1, 2, 3, 4, 5}, new double[] {1.1, 2, 3, 4, 5}, new double[] {7, 7, 7, 7, 7});
        Matrix other = Matrix.ofColumns(
                new double[] {1, 2.1, 3, 4, 5}, new double[] {5, 1, 4, 2, 3}, new double[] {7, 7, 7, 7, 7});
        ReproducibilityRule rule =
                new ReproducibilityRule(IccForm.ICC_2_1, 0.8, ReproducibilityRule.By.ESTIMATE, 0.95);
        List<ReproducibilityRule.Verdict> verdicts =
                rule.judge(List.of(List.of(first, second), List.of(first, other)), 1);
        assertThat(verdicts).extracting(ReproducibilityRule.Verdict::kept).containsExactly(true, false, false);
        assertThat(rule.judge(List.of(List.of(first, second), List.of(first, other)), 3)).isEqualTo(verdicts);
    }

    @Test
    void theLowerBoundIsTheStricterRule() {
        Icc wide = new Icc(IccForm.ICC_2_1, 0.85, 0.6, 0.95, 9, 9, 9, 0.001, "");
        assertThat(new ReproducibilityRule(IccForm.ICC_2_1, 0.8, ReproducibilityRule.By.ESTIMATE, 0.95).holds(wide))
                .isTrue();
        assertThat(new ReproducibilityRule(IccForm.ICC_2_1, 0.8, ReproducibilityRule.By.LOWER, 0.95).holds(wide))
                .isFalse();
    }

    private static IntraclassCorrelation of(double[][] x) {
        return IntraclassCorrelation.of(x, 0.95, AgreementLimits.SHROUT_FLEISS);
    }

    private static double[][] random(long seed, int subjects, int raters, double error) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[subjects][raters];
        for (double[] subject : x) {
            double truth = random.nextGaussian();
            for (int j = 0; j < raters; j++) {
                subject[j] = truth + error * random.nextGaussian();
            }
        }
        return x;
    }
}
