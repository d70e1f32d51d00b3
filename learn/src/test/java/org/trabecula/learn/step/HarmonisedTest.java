package org.trabecula.learn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.combat.Combat;
import org.trabecula.table.FeatureTable;

/// Centres made alike: by the estimator that the verb `select` has, fitted to training cases of large enough centres, applied to cases of
/// these alone.
class HarmonisedTest {
    private static final int FEATURES = 20;
    private static final Harmonised.Rule TEN = new Harmonised.Rule(10, List.of(), false);

    /// Features with a shift and a scale by centre, an effect of age and one of the outcome in the first.
    ///
    /// @param centres one a row
    private static FeatureTable table(List<String> centres, long seed) {
        SplittableRandom random = new RandomStreams(seed).stream("centres");
        Map<String, double[]> shift = new LinkedHashMap<>();
        for (String centre : List.of("A", "B", "C", "")) {
            shift.put(centre, random.doubles(FEATURES, -3, 3).toArray());
        }
        double[][] columns = new double[FEATURES][centres.size()];
        List<String> ids = new ArrayList<>();
        List<String> ages = new ArrayList<>();
        for (int row = 0; row < centres.size(); row++) {
            ids.add("c" + row);
            double age = 50 + random.nextInt(40);
            ages.add(row % 7 == 3 ? "" : Double.toString(age));
            for (int f = 0; f < FEATURES; f++) {
                double scale = centres.get(row).equals("B") ? 2 : 1;
                columns[f][row] = 0.03 * age + shift.getOrDefault(centres.get(row), new double[FEATURES])[f]
                        + scale * random.nextGaussian() + (f == 0 ? outcome(row) : 0);
            }
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("centre", centres);
        texts.put("age", ages);
        texts.put("sex", centres.stream().map(_ -> "1.0").toList());
        return new FeatureTable(ids, texts, IntStream.range(0, FEATURES).mapToObj(f -> "f" + f).toList(), columns);
    }

    private static int outcome(int row) {
        return row / 2 % 2;
    }

    private static Training training(FeatureTable table) {
        int[] y = IntStream.range(0, table.rows()).map(HarmonisedTest::outcome).toArray();
        return training(table, y);
    }

    private static Training training(FeatureTable table, int[] y) {
        boolean[] positive = new boolean[y.length];
        for (int row = 0; row < y.length; row++) {
            positive[row] = y[row] == 1;
        }
        return Split.trainOnly(new LabelledRows(table.caseIds(), table.caseIds(), Outcome.of(positive))).training(table);
    }

    private static List<String> centres(int rows, String... names) {
        return IntStream.range(0, rows).mapToObj(row -> names[row % names.length]).toList();
    }

    private static double[] of(FeatureTable table, String feature, String centre) {
        List<String> centres = java.util.Objects.requireNonNull(table.texts().get("centre"));
        return IntStream.range(0, table.rows())
                .filter(row -> centres.get(row).equals(centre))
                .mapToDouble(row -> table.column(feature)[row])
                .toArray();
    }

    @Test
    void shiftsAndScalesOfTheCentresGo() {
        FeatureTable table = table(centres(240, "A", "B"), 1);
        Harmonised step = Harmonised.fit(training(table), TEN).model().orElseThrow();
        FeatureTable after = step.apply(table);
        for (String feature : table.names()) {
            double apart = Moments.mean(of(after, feature, "A")) - Moments.mean(of(after, feature, "B"));
            // 120 cases each with a spread near 1.6: a mean is known to 0.15, and what is left of it is pulled by the other features
            assertThat(apart).as(feature).isCloseTo(0, within(0.25));
            // 0.5 before; a ratio of two spreads of 120 cases is known to 9 %, and scales that the features share are pulled to one: three of these
            assertThat(Moments.sd(of(after, feature, "A"), 1) / Moments.sd(of(after, feature, "B"), 1)).isCloseTo(1, within(0.27));
        }
        assertThat(after.texts()).isEqualTo(table.texts());
    }

    /// The same numbers as the estimator that is held against numpy, to the bit.
    @Test
    void itIsTheEstimatorOfTheVerbSelect() {
        FeatureTable table = table(centres(60, "A", "B"), 2);
        Harmonised step = Harmonised.fit(training(table), TEN).model().orElseThrow();
        Matrix none = new Matrix(table.rows(), 0, new double[0]);
        List<String> centreOf = centres(60, "A", "B");
        Matrix expected = Combat.fit(Columns.matrix(table), centreOf, none, Combat.Prior.PARAMETRIC)
                .transform(Columns.matrix(table), centreOf, none);
        assertThat(Columns.matrix(step.apply(table)).values()).containsExactly(expected.values());
    }

    @Test
    void aCentreWithFewCasesAndCasesOfNoneKeepTheirValuesAndMoveNothing() {
        List<String> centres = new ArrayList<>(centres(60, "A", "B"));
        for (int k = 0; k < 9; k++) {
            centres.add("C");
        }
        centres.add("");
        FeatureTable table = table(centres, 3);
        Training training = training(table);
        Harmonised step = Harmonised.fit(training, TEN).model().orElseThrow();
        assertThat(step.combat().centres()).containsExactly("A", "B");
        FeatureTable after = step.apply(table);
        assertThat(of(after, "f5", "C")).containsExactly(of(table, "f5", "C"));
        assertThat(of(after, "f5", "")).containsExactly(of(table, "f5", ""));
        assertThat(of(after, "f5", "A")).isNotEqualTo(of(table, "f5", "A"));
        assertThat(step.left(table)).containsExactly(Map.entry("", 1), Map.entry("C", 9));
        FeatureTable without = table.cases(table.caseIds().subList(0, 60));
        assertThat(Harmonised.fit(training(without), TEN).model().orElseThrow().combat().shifts())
                .isDeepEqualTo(step.combat().shifts());
        assertThat(step.words(training)).startsWith("ComBat over centres A (30, 50 % positive), B (30, 50 % positive)")
                .contains("left as they are: 1 case of no named centre, 9 cases of C");
        assertThat(step.warnings(table, 0)).isEmpty();
        assertThat(step.warnings(table, 60)).singleElement().asString().contains("centre 'C' was not harmonised").contains("A, B");
        assertThat(step.warnings(table, 69)).singleElement().asString().contains("no centre is named");
    }

    @Test
    void whereThereIsNothingToHarmoniseItSaysWhy() {
        assertThat(why(centres(40, ""), TEN)).isEqualTo("no centre is named");
        assertThat(why(centres(40, "A"), TEN)).isEqualTo("one centre, A");
        assertThat(why(centres(27, "A", "A", "B"), TEN)).isEqualTo("fewer than two centres have 10 training cases (A 18, B 9)");
        assertThat(why(centres(30, "A", "A", "B"), TEN)).as("ten of B").isEmpty();
    }

    private static String why(List<String> centres, Harmonised.Rule rule) {
        return Harmonised.fit(training(table(centres, 4)), rule).why();
    }

    /// `table-combat-confounded`: all cases of one centre, all controls of the other.
    @Test
    void aCentreThatIsTheClassIsNotTakenAway() {
        FeatureTable table = table(centres(60, "A", "B"), 5);
        int[] byCentre = IntStream.range(0, 60).map(row -> row % 2).toArray();
        assertThat(Harmonised.fit(training(table, byCentre), TEN).why()).contains("one class only").contains("A, B");
        byCentre[0] = 1; // one case of the other class, and the centres can be told from the classes
        assertThat(Harmonised.fit(training(table, byCentre), TEN).succeeded()).isTrue();
    }

    /// Older patients in B: without age among the covariates its effect is taken for the centre's.
    @Test
    void theEffectOfACovariateStays() {
        List<String> centres = centres(200, "A", "B");
        FeatureTable table = table(centres, 6);
        List<String> ages = new ArrayList<>();
        double[][] columns = new double[FEATURES][];
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < 200; row++) {
            ages.add(Double.toString((row % 2 == 0 ? 50 : 80) + 10 * random.nextGaussian()));
        }
        for (int f = 0; f < FEATURES; f++) {
            columns[f] = random.doubles(200).toArray();
            for (int row = 0; row < 200; row++) {
                columns[f][row] = 0.1 * Double.parseDouble(ages.get(row)) + random.nextGaussian();
            }
        }
        FeatureTable aged = new FeatureTable(
                table.caseIds(), Map.of("centre", centres, "age", ages, "sex", centres.stream().map(_ -> "0.0").toList()), table.names(),
                columns);
        Harmonised.Rule kept = new Harmonised.Rule(10, List.of("age", "sex"), false);
        Harmonised step = Harmonised.fit(training(aged), kept).model().orElseThrow();
        assertThat(step.covariates()).as("a sex that all have has no effect that could be known")
                .extracting(Harmonised.Covariate::name).containsExactly("age");
        // 30 years apart: 3 in the feature; each of 20 features' differences is known to 0.14 √2 and its slope to 0.007
        assertThat(apart(step.apply(aged), "f3")).isCloseTo(3, within(0.6));
        assertThat(apart(Harmonised.fit(training(aged), TEN).model().orElseThrow().apply(aged), "f3")).isCloseTo(0, within(0.4));
        FeatureTable unknown = new FeatureTable(
                List.of("x"), Map.of("centre", List.of("A"), "age", List.of(""), "sex", List.of("")), table.names(),
                IntStream.range(0, FEATURES).mapToObj(_ -> new double[] {1}).toArray(double[][]::new));
        FeatureTable median = new FeatureTable(
                List.of("x"), Map.of("centre", List.of("A"), "age", List.of(Double.toString(step.covariates().getFirst().instead()))),
                table.names(), IntStream.range(0, FEATURES).mapToObj(_ -> new double[] {1}).toArray(double[][]::new));
        assertThat(step.apply(unknown).row(0)).containsExactly(step.apply(median).row(0));
    }

    private static double apart(FeatureTable table, String feature) {
        return Moments.mean(of(table, feature, "B")) - Moments.mean(of(table, feature, "A"));
    }

    /// Only a fit to training cases can be had; the rows that it is applied to change nothing in it, and each row is treated by itself.
    @Test
    void everyRowIsTreatedByItself() {
        FeatureTable table = table(centres(60, "A", "B", "C"), 8);
        Harmonised step = Harmonised.fit(training(table), TEN).model().orElseThrow();
        FeatureTable all = step.apply(table);
        for (String id : List.of("c0", "c31", "c59")) {
            assertThat(step.apply(table.cases(List.of(id))).row(0)).containsExactly(all.row(all.rowOf(id)));
        }
    }

    @Test
    void aTableThatDoesNotSayWhereItsCasesComeFromIsAnError() {
        FeatureTable table = table(centres(60, "A", "B"), 9);
        Harmonised step = Harmonised.fit(training(table), TEN).model().orElseThrow();
        double[][] columns = table.names().stream().map(table::column).toArray(double[][]::new);
        FeatureTable bare = new FeatureTable(table.caseIds(), table.names(), columns);
        assertThatThrownBy(() -> step.apply(bare)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("centre");
    }
}
