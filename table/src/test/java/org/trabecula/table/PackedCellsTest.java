package org.trabecula.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedCellsTest {
    /// Around the 64 cells of a block, and several blocks.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 128, 1000})
    void everyCellComesBack(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            texts.add("é€x".repeat(random.nextInt(4)) + cell % 7);
        }
        PackedCells cells = packed(texts);
        for (int cell = 0; cell < count; cell++) {
            assertThat(cells.get(cell)).isEqualTo(texts.get(cell));
            assertThat(cells.holds(cell, texts.get(cell))).isTrue();
        }
    }

    @Test
    void emptyCellsAreEmptyWhereverTheyStand() {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < 130; cell++) {
            texts.add(cell % 64 == 0 || cell % 64 == 63 ? "" : "a");
        }
        PackedCells cells = packed(texts);
        for (int cell = 0; cell < texts.size(); cell++) {
            assertThat(cells.isEmpty(cell)).as("cell %d", cell).isEqualTo(texts.get(cell).isEmpty());
            assertThat(cells.get(cell)).isEqualTo(texts.get(cell));
        }
    }

    @Test
    void aLongCellStandsBetweenShortOnes() {
        String all = "0123456789".repeat(100_000);
        PackedCells cells = packed(List.of("a", all, "", "b"));
        assertThat(List.of(cells.get(0), cells.get(2), cells.get(3))).containsExactly("a", "", "b");
        assertThat(cells.get(1)).isEqualTo(all);
    }

    @Test
    void equalTextsShareAHashAndOthersAreToldApart() {
        PackedCells cells = packed(List.of("Aa", "BB", "Aa", "A", "Aaa")); // "Aa" and "BB" have one hash
        assertThat(cells.hash(0)).isEqualTo(cells.hash(2)).isEqualTo(cells.hash(1));
        assertThat(cells.holds(0, "Aa")).isTrue();
        assertThat(cells.holds(1, "Aa")).isFalse();
        assertThat(cells.holds(3, "Aa")).isFalse();
        assertThat(cells.holds(4, "Aa")).isFalse();
    }

    @Test
    void numbersAndTextsStandSideBySide() {
        PackedCells cells = packed(List.of("12", "a", "-0.50", "", "1e5", "12", "+1"));
        assertThat(cells.get(2)).isEqualTo("-0.50");
        assertThat(cells.get(4)).isEqualTo("1e5");
        assertThat(cells.holds(0, "12")).isTrue();
        assertThat(cells.holds(0, "12.0")).isFalse();
        assertThat(cells.hash(0)).isEqualTo(cells.hash(5));
        assertThat(List.of(cells.isPlainNumber(0), cells.isPlainNumber(2), cells.isPlainNumber(3), cells.isPlainNumber(6)))
                .containsExactly(true, true, false, false);
        String known = new String("12");
        assertThat(cells.get(5, known)).isSameAs(known);
        assertThat(cells.get(2, known)).isEqualTo("-0.50");
    }

    @Test
    void aNumberEndsWhereItsCellDoes() {
        PackedCells cells = packed(List.of("1.5", "2", "", "-3", "x"));
        assertThat(new double[] {cells.plainNumber(0), cells.plainNumber(1), cells.plainNumber(3)}).containsExactly(1.5, 2, -3);
        assertThat(cells.plainNumber(2)).isNaN();
        assertThat(cells.plainNumber(4)).isNaN();
    }

    private static PackedCells packed(List<String> texts) {
        PackedCells cells = new PackedCells();
        texts.forEach(cells::add);
        cells.close();
        return cells;
    }
}
