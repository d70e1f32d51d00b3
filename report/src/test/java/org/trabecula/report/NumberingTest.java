package org.trabecula.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {
    @Test
    void figuresAndTablesAreNumberedInReadingOrderFoldsIncluded() {
        Numbering numbers = MadeUpReport.withEverything().numbering();
        assertThat(List.of("flow", "left", "right", "pictures").stream().map(numbers::label))
                .containsExactly("Figure 1", "Figure 2", "Figure 3", "Figure 4");
        assertThat(List.of("numbers", "hidden").stream().map(numbers::label)).containsExactly("Table 1", "Table 2");
    }

    @Test
    void twoThingsOfOneKeyAreRefused() {
        Report report = MadeUpReport.of(MadeUpReport.flow("a"), MadeUpReport.table("a", 1));
        assertThatThrownBy(report::numbering).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'a'");
    }

    @Test
    void aReferenceToNothingIsRefused() {
        Report report = MadeUpReport.of(new Block.Paragraph(Prose.of("see ").see("nowhere")));
        assertThatThrownBy(report::numbering)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nowhere'");
    }

    @Test
    void aColumnIsNumericUnlessItHoldsWords() {
        Block.Table table = MadeUpReport.table("t", 3);
        assertThat(List.of(table.numeric(0), table.numeric(1), table.numeric(2))).containsExactly(false, true, false);
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Block.Table("t", Prose.of(""), List.of("a", "b"), List.of(List.of(Cell.EMPTY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 columns");
    }

    @Test
    void aNumberThatDoesNotExistSaysSo() {
        assertThat(Cell.fixed(Double.NaN, 3).text()).isEqualTo("not estimable");
        assertThat(Cell.interval(0.5, Double.NaN, Double.NaN, 2).text()).isEqualTo("0.50 (interval not estimable)");
        assertThat(new Cell.Missing("one class only").text()).isEqualTo("not estimable (one class only)");
    }

    @Test
    void aSectionWithoutBlocksIsLeftOut() {
        assertThat(MadeUpReport.withEverything().sections().stream().map(Section::id)).containsExactly("first", "second");
    }
}
