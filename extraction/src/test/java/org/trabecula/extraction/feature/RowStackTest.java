package org.trabecula.extraction.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.table.FeatureTable;

/// Rows put into one table.
class RowStackTest {
    private final RowStack stack = new RowStack();

    private CaseRow row(String id, List<String> features, double... values) {
        return stack.row(id, new RowNames(List.of("note"), features), List.of("of " + id), values);
    }

    @Test
    void columnsComeInTheOrderInWhichRowsBringThem() {
        FeatureTable table = RowStack.table(List.of(
                row("a", List.of("x", "z"), 1, 2), row("b", List.of("y", "x", "z"), 3, 4, 5), row("c", List.of("z"), 6)));

        assertThat(table.caseIds()).containsExactly("a", "b", "c");
        assertThat(table.names()).containsExactly("x", "z", "y");
        assertThat(table.column("x")).containsExactly(1, 4, Double.NaN);
        assertThat(table.column("z")).containsExactly(2, 5, 6);
        assertThat(table.column("y")).containsExactly(Double.NaN, 3, Double.NaN);
        assertThat(table.texts()).containsExactly(Map.entry("note", List.of("of a", "of b", "of c")));
    }

    @Test
    void aTextThatACaseLacksIsEmpty() {
        CaseRow with = stack.row("a", new RowNames(List.of("t"), List.of("x")), List.of("here"), new double[] {1});
        CaseRow without = stack.row("b", new RowNames(List.of(), List.of("x")), List.of(), new double[] {2});
        assertThat(RowStack.table(List.of(without, with)).texts()).containsExactly(Map.entry("t", List.of("", "here")));
    }

    @Test
    void namesOfEqualRowsAreHeldOnce() {
        assertThat(row("a", List.of(new String("x")), 1).names()).isSameAs(row("b", List.of(new String("x")), 2).names());
    }

    @Test
    void noRowsAreATableWithoutColumns() {
        assertThat(RowStack.table(List.of()).names()).isEmpty();
    }
}
