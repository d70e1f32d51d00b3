package org.trabecula.stats.combat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.InputException;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;
import org.trabecula.stats.StatsReference;
import org.trabecula.testkit.Reference;

class CombatTest {
    private static final int FEATURES = 30;

    @ParameterizedTest
    @EnumSource
    void shiftsAndScalesOfCentresDisappearAndAgeStays(Combat.Prior prior) {
        Cohort cohort = Cohort.draw(1, 150, 3, 2.0);
        Combat combat = Combat.fit(cohort.features, cohort.centre, cohort.age, prior);
        Matrix harmonised = combat.transform(cohort.features, cohort.centre, cohort.age);
        double before = 0;
        double after = 0;
        for (int f = 0; f < FEATURES; f++) {
            before += spreadOfCentres(cohort.features.column(f), cohort.centre);
            after += spreadOfCentres(harmonised.column(f), cohort.centre);
            // age moves features by 0.05 a year; slopes known to about 0.1/(15 √450)
            assertThat(slope(cohort.age.column(0), harmonised.column(f))).isCloseTo(0.05, within(0.02));
        }
        // without a family of shapes a shift becomes that of the likeliest other feature: of 30, not a close one
        assertThat(after).isLessThan((prior == Combat.Prior.PARAMETRIC ? 0.1 : 0.5) * before);
    }

    @ParameterizedTest
    @EnumSource
    void harmonisedFeaturesAreThoseOfAnImplementationInNumpy(Combat.Prior prior) {
        StatsReference.Table r = StatsReference.csvAt(Reference.core("stats/combat/combat.csv"));
        double[][] columns = new double[7][];
        for (int f = 0; f < columns.length; f++) {
            columns[f] = r.numbers("x" + f);
        }
        Matrix x = Matrix.ofColumns(columns);
        Matrix age = Matrix.ofColumns(r.numbers("age"));
        Matrix ours = Combat.fit(x, r.text("centre"), age, prior).transform(x, r.text("centre"), age);
        String column = prior == Combat.Prior.PARAMETRIC ? "parametric" : "nonparametric";
        Compared compared = new Compared("stats/combat");
        for (int f = 0; f < columns.length; f++) {
            double[] expected = r.numbers(column + f);
            for (int row = 0; row < expected.length; row++) {
                compared.close(column, ours.get(row, f), expected[row], 1e-12); // fixed point and least squares to rounding
            }
        }
        compared.report();
    }

    @Test
    void theParametricEquationsHold() {
        Cohort cohort = Cohort.draw(2, 20, 2, 1.0);
        double[] ones = new double[FEATURES];
        java.util.Arrays.fill(ones, 1);
        Matrix z = cohort.features.selectRows(java.util.stream.IntStream.range(0, 20).toArray());
        Combat.CentreEffect effect = EmpiricalBayes.effect(z, ones, Combat.Prior.PARAMETRIC);
        double[] means = new double[FEATURES];
        double[] variances = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            means[f] = Moments.mean(z.column(f));
            variances[f] = Moments.variance(z.column(f));
        }
        double tau2 = Moments.variance(means);
        double m = Moments.mean(variances);
        double s2 = Moments.variance(variances);
        double lambda = (m * m + 2 * s2) / s2;
        double theta = (m * m * m + m * s2) / s2;
        for (int f = 0; f < FEATURES; f++) {
            double g = effect.shift()[f];
            double d = effect.scale()[f] * effect.scale()[f];
            double squares = 0;
            for (double value : z.column(f)) {
                squares += (value - g) * (value - g);
            }
            assertThat(g).isCloseTo((20 * tau2 * means[f] + d * Moments.mean(means)) / (20 * tau2 + d), within(1e-10));
            assertThat(d).isCloseTo((theta + squares / 2) / (10 + lambda - 1), within(1e-10));
        }
    }

    @Test
    void aNewCaseOfAKnownCentreIsTreatedAsItsCentre() {
        Cohort cohort = Cohort.draw(3, 40, 2, 1.5);
        Combat combat = Combat.fit(cohort.features, cohort.centre, cohort.age, Combat.Prior.PARAMETRIC);
        Matrix all = combat.transform(cohort.features, cohort.centre, cohort.age);
        int[] one = {57};
        Matrix alone = combat.transform(
                cohort.features.selectRows(one), List.of(cohort.centre.get(57)), cohort.age.selectRows(one));
        assertThat(alone.row(0)).isEqualTo(all.row(57));
        assertThatThrownBy(() -> combat.transform(
                        cohort.features.selectRows(one), List.of("elsewhere"), cohort.age.selectRows(one)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-108");
    }

    @Test
    void aFeatureThatDoesNotVaryWithinCentresStays() {
        Matrix x = Matrix.ofColumns(new double[] {5, 5, 5, 7, 7, 7}, new double[] {1, 2, 4, 8, 7, 3}, new double[] {2, 1, 5, 3, 3, 4});
        List<String> centre = List.of("a", "a", "a", "b", "b", "b");
        Matrix none = new Matrix(6, 0, new double[0]);
        Matrix harmonised = Combat.fit(x, centre, none, Combat.Prior.PARAMETRIC).transform(x, centre, none);
        assertThat(harmonised.column(0)).isEqualTo(x.column(0));
        assertThat(harmonised.column(1)).isNotEqualTo(x.column(1));
    }

    @Test
    void centresThatCannotBeHarmonisedAreRefused() {
        Matrix x = Matrix.ofColumns(new double[] {1, 2, 3, 5}, new double[] {2, 1, 5, 3});
        Matrix none = new Matrix(4, 0, new double[0]);
        Matrix asCentre = Matrix.ofColumns(new double[] {0, 0, 1, 1});
        List<Runnable> refused = List.of(
                () -> Combat.fit(x, Collections.nCopies(4, "a"), none, Combat.Prior.PARAMETRIC),
                () -> Combat.fit(x, List.of("a", "a", "a", "b"), none, Combat.Prior.PARAMETRIC),
                () -> Combat.fit(x, List.of("a", "a", "b", "b"), asCentre, Combat.Prior.PARAMETRIC));
        for (Runnable fit : refused) {
            assertThatThrownBy(fit::run).isInstanceOf(InputException.class).hasMessageContaining("STA-109");
        }
    }

    private static double spreadOfCentres(double[] feature, List<String> centre) {
        double[] means = centre.stream()
                .distinct()
                .mapToDouble(name -> java.util.stream.IntStream.range(0, feature.length)
                        .filter(row -> centre.get(row).equals(name))
                        .mapToDouble(row -> feature[row])
                        .average()
                        .orElseThrow())
                .toArray();
        return Moments.sd(means);
    }

    private static double slope(double[] x, double[] y) {
        double mx = Moments.mean(x);
        double my = Moments.mean(y);
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - mx) * (y[i] - my);
        }
        return products / Moments.sumOfSquares(x);
    }

    /// Features that depend on age, shifted and scaled by centre.
    private record Cohort(Matrix features, List<String> centre, Matrix age) {
        static Cohort draw(long seed, int ofEach, int centres, double effect) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> centre = new ArrayList<>();
            double[] age = new double[ofEach * centres];
            double[][] x = new double[FEATURES][age.length];
            double[][] shift = new double[centres][FEATURES];
            for (double[] ofCentre : shift) {
                for (int f = 0; f < FEATURES; f++) {
                    ofCentre[f] = effect * random.nextGaussian();
                }
            }
            for (int row = 0; row < age.length; row++) {
                int here = row / ofEach;
                centre.add("centre " + here);
                age[row] = 65 + 15 * random.nextGaussian();
                for (int f = 0; f < FEATURES; f++) {
                    x[f][row] = 0.05 * age[row] + shift[here][f] + (1 + 0.5 * here) * random.nextGaussian();
                }
            }
            return new Cohort(Matrix.ofColumns(x), centre, Matrix.ofColumns(age));
        }
    }
}
