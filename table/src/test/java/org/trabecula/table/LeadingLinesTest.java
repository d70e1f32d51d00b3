package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;

/// What stands before the header, and the lines of what comes after.
class LeadingLinesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "sep=;\na;b\n1;2\n", "SEP=;\r\na;b\r\n1;2\r\n", "\"sep\"\n", "# made by hand\na;b\n1;2\n", "# made; by hand\n#\n# twice\na;b;\n1;2;\n",
        "\n\n  \na;b\n1;2\n", "\r\r\ra;b\r1;2\r", "\r\n\r\na;b\r\n1;2\r\n", "sep=;\n# remark\n\na;b\n1;2\n", "a|b\n1|2\n", "sep=\t\na\tb\n1\t2\n"})
    void theHeaderIsFound(String text) {
        if (text.startsWith("\"sep")) {
            assertThat(CellsTest.read(text).header()).containsExactly("sep");
            return;
        }
        TextTable table = CellsTest.read(text);
        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.numbers("b")).containsExactly(2);
        long before = text.replace("\r\n", "\n").replace('\r', '\n').lines().takeWhile(line -> !line.startsWith("a")).count();
        assertThat(table.headerLine()).isEqualTo((int) before + 1);
        assertThat(table.line(0)).isEqualTo((int) before + 2);
    }

    /// It has as many cells as the rows below.
    @Test
    void aHeaderMayBeginWithAHash() {
        TextTable table = CellsTest.read("#id,x\na,1\n");
        assertThat(table.header()).containsExactly("#id", "x");
        assertThat(CellsTest.read("#id\n1\n").header()).containsExactly("#id");
    }

    @Test
    void whatWasLeftOutIsTold() {
        assertThat(CellsTest.read("sep=;\na;b\n1;2\n").notes()).singleElement().asString().contains("sep=;", "line 1");
        assertThat(CellsTest.read("# from the PACS\na,b\n1,2\n").notes()).singleElement().asString().contains("1 line of remarks", "from the PACS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "sep=,\n", "sep=,"})
    void withoutAHeaderItIsNoTable(String text) {
        assertThatThrownBy(() -> CellsTest.read(text)).isInstanceOf(InputException.class).hasMessageContaining("TAB-002");
    }

    @Test
    void aQuoteIsNoHintOfASeparator() {
        assertThat(CellsTest.read("sep=\"\n1\n").header()).containsExactly("sep=\"");
    }

    @Test
    void linesOfMistakesCountWhatStandsBefore() {
        assertThatThrownBy(() -> CellsTest.read("# r\nsep=,\n\na,b\n1,2\n1,2,3\n")).hasMessageContaining("line 6");
        assertThatThrownBy(() -> CellsTest.read("# r\na,b,a\n1,2,3\n"))
                .hasMessageContaining("line 2").hasMessageContaining("columns 1 and 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n<table>", "<html><body>", "<?xml version=\"1.0\"?>", "<table><tr>", "$FL2@(#) SPSS", "BZh91AY"})
    void whatIsNoTableIsSaidToBeWhatItIs(String text) {
        assertThatThrownBy(() -> CellsTest.read(text)).isInstanceOf(InputException.class).hasMessageContaining("TAB-001");
    }

    @Test
    void separatorsInQuotesDoNotCount() {
        assertThat(CellsTest.read("\"Volume, mm3; big\",b\n1,2\n").header()).isEqualTo(List.of("Volume, mm3; big", "b"));
    }
}
