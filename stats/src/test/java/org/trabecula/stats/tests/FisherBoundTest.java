package org.trabecula.stats.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.stats.Variable;
import org.trabecula.stats.table1.TableOne;

/// Fisher's test of tables of any size ends: exact while that can be worked out, then simulated, then left out, and the
/// method always says which.
class FisherBoundTest {
    private static final String SIMULATED = "Fisher's, simulated (10000 tables)";

    @ParameterizedTest(name = "{0} × {1} of {2}")
    @CsvSource({
        "3, 3, 40, Fisher's exact",
        "5, 2, 60, Fisher's exact",
        "10, 2, 60, Fisher's exact",
        "28, 2, 400, 'Fisher''s, simulated (10000 tables)'",
        "2, 28, 400, 'Fisher''s, simulated (10000 tables)'",
        "58, 3, 900, 'Fisher''s, simulated (10000 tables)'",
        "20, 200, 4000, 'Fisher''s, simulated (10000 tables)'",
        "20, 300, 4000, Fisher's exact: the table is too large"
    })
    void everyTableIsAnsweredInBoundedWork(int rows, int columns, int total, String method) {
        TestResult found = FisherExact.test(random(rows, columns, total));
        assertThat(found.method()).isEqualTo(method);
        if (method.contains("too large")) {
            assertThat(found.p()).isNaN();
        } else {
            assertThat(found.p()).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
    }

    /// The standard error of a share of 10,000 is at most 0.005; four of them are left once in 16,000 tables.
    @ParameterizedTest(name = "{0} × {1} of {2}")
    @CsvSource({"2, 2, 30", "3, 3, 40", "4, 3, 30", "6, 2, 50", "2, 9, 45"})
    void simulationAgreesWithTheExactTest(int rows, int columns, int total) {
        ContingencyTable table = random(rows, columns, total);
        double exact = FisherExact.test(table).p();
        double simulated = FisherSimulated.test(table).p();
        double se = Math.sqrt(exact * (1 - exact) / FisherSimulated.TABLES);
        assertThat(simulated).isCloseTo(exact, within(4 * se + 1.0 / FisherSimulated.TABLES)); // R adds 1 to both counts
    }

    @Test
    void simulationAgreesWhereTheAssociationIsStrong() {
        ContingencyTable table = new ContingencyTable(new int[] {9, 1, 2}, new int[] {1, 8, 3}, new int[] {2, 2, 9});
        double exact = FisherExact.test(table).p();
        assertThat(exact).isLessThan(0.01);
        assertThat(FisherSimulated.test(table).p())
                .isCloseTo(exact, within(4 * Math.sqrt(exact / FisherSimulated.TABLES) + 1.0 / FisherSimulated.TABLES));
    }

    @Test
    void theSameTableHasTheSameP() {
        ContingencyTable table = random(28, 2, 400);
        assertThat(FisherSimulated.test(table)).isEqualTo(FisherSimulated.test(table));
    }

    @Test
    void theBaselineTableShowsTheTestThatRan() {
        assertThat(shown(400, 28)).isEqualTo(SIMULATED);
        assertThat(shown(6000, 3000)).isEqualTo("chi-square"); // 2 × 3000 cells: nothing is drawn
        assertThat(shown(6000, 3)).isEqualTo("chi-square"); // expected counts far above 5
    }

    private static String shown(int rows, int levels) {
        SplittableRandom random = new SplittableRandom(5);
        List<String> groups = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            groups.add(row % 2 == 0 ? "a" : "b");
            values.add("level-" + random.nextInt(levels));
        }
        return TableOne.of("group", groups, List.of(new Variable.Labels("v", values))).rows().getFirst().test().method();
    }

    private static ContingencyTable random(int rows, int columns, int total) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + columns);
        int[][] counts = new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                counts[i][j] = i == 0 || j == 0 ? 1 : 0; // no margin is empty
            }
        }
        for (int k = 0; k < total; k++) {
            counts[random.nextInt(rows)][random.nextInt(columns)]++;
        }
        return new ContingencyTable(counts);
    }
}
