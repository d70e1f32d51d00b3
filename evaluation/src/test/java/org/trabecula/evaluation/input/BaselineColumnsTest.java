package org.trabecula.evaluation.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.stats.table1.TableOne;
import org.trabecula.table.TextTable;

class BaselineColumnsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "nan", "NULL", "None", "n/a"})
    void aMissingGroupIsNoGroupHoweverItIsWritten(String missing) {
        BaselineColumns read = BaselineColumns.read(table(missing), "y", List.of("age"), List.of());
        assertThat(read.table().groups()).containsExactly("0", "1");
        assertThat(read.notes()).containsExactly("t.csv: 1 row without 'y' left out of 21");
    }

    @Test
    void twoWholeNumbersMayBeNames() {
        BaselineColumns read = BaselineColumns.read(table("0"), "y", List.of("sex"), List.of());
        assertThat(read.notes().getFirst()).contains("--categorical sex");
        assertThat(read.table().rows().getFirst()).isInstanceOf(TableOne.ContinuousRow.class);
        BaselineColumns counted = BaselineColumns.read(table("0"), "y", List.of("sex"), List.of("sex"));
        assertThat(counted.notes()).isEmpty();
        assertThat(counted.table().rows().getFirst()).isInstanceOf(TableOne.CategoricalRow.class);
    }

    @Test
    void aColumnOfIdsMakesNoGroups() {
        assertThatThrownBy(() -> BaselineColumns.read(table("0"), "age", List.of("sex"), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-111");
    }

    private static TextTable table(String lastGroup) {
        List<TextTable.Row> rows = new ArrayList<>();
        for (int row = 0; row < 21; row++) {
            String group = row == 20 ? lastGroup : Integer.toString(row % 2);
            rows.add(new TextTable.Row(row + 2, List.of(group, Integer.toString(50 + row), Integer.toString(1 + row / 2 % 2))));
        }
        return new TextTable("t.csv", List.of("y", "age", "sex"), rows);
    }
}
