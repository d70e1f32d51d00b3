package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;

class FeatureTableTest {
    private static final FeatureTable TABLE = new FeatureTable(
            List.of("a", "b", "c", "d"), Map.of("centre", List.of("X", "Y", "Z", "X")), List.of("first", "second"),
            new double[][] {{1, 2, 3, 4}, {10, 20, 30, 40}});

    @Test
    void aPartHasItsOwnRowsWhateverItIsAPartOf() {
        FeatureTable part = TABLE.cases(List.of("d", "b", "c"));
        assertThat(part.rows()).isEqualTo(3);
        assertThat(part.column(0)).containsExactly(4, 2, 3);
        assertThat(part.column("second")).containsExactly(40, 20, 30);
        assertThat(part.value(0, 1)).isEqualTo(40);
        assertThat(part.value(1, "second")).isEqualTo(20);
        assertThat(part.row(2)).containsExactly(3, 30);
        assertThat(part.texts()).containsEntry("centre", List.of("X", "Y", "Z"));
        assertThat(part.rowOf("b")).isEqualTo(1);
        FeatureTable smaller = part.cases(List.of("c", "d"));
        assertThat(smaller.column(1)).containsExactly(30, 40);
        assertThat(smaller.select(List.of("second")).row(1)).containsExactly(40);
        assertThat(smaller.select(List.of("second")).cases(List.of("d")).column(0)).containsExactly(40);
    }

    @Test
    void tablesBesideEachOtherKeepTheirRows() {
        FeatureTable other = new FeatureTable(List.of("c", "d", "b"), List.of("third"), new double[][] {{300, 400, 200}});
        FeatureTable part = TABLE.cases(List.of("d", "b"));
        assertThat(part.beside(other).row(0)).containsExactly(4, 40, 400);
        assertThat(part.beside(other).column("third")).containsExactly(400, 200);
        assertThat(other.beside(TABLE).row(2)).containsExactly(200, 2, 20);
    }

    @Test
    void whatIsNotThereIsRefused() {
        FeatureTable part = TABLE.cases(List.of("d", "b"));
        assertThat(part.hasCase("a")).isFalse();
        assertThatThrownBy(() -> part.cases(List.of("a"))).isInstanceOf(InputException.class).hasMessageContaining("case a");
        assertThatThrownBy(() -> TABLE.cases(List.of("b", "b"))).isInstanceOf(InputException.class).hasMessageContaining("'b' again");
        assertThatThrownBy(() -> part.column("fourth")).isInstanceOf(InputException.class).hasMessageContaining("no feature 'fourth'");
        assertThatThrownBy(() -> new FeatureTable(List.of("a", "b"), List.of("x"), new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 cases, a column of 1");
    }
}
