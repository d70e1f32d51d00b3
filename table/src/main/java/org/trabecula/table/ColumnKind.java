package org.trabecula.table;

import java.util.OptionalDouble;

/// What the cells of a column are, those without a value left aside.
public enum ColumnKind {
    /// Numbers, or nothing at all.
    NUMBERS,
    /// Numbers in at least half of the cells, those with the wrong decimal mark among them, and something else in the others: a column of
    /// numbers with mistakes.
    BROKEN_NUMBERS,
    TEXT;

    /// Of the cells with a value: fewer numbers than that are text that happens to hold some.
    private static final double MOSTLY = 0.5;

    /// A number that no truth value has: `true` beside it is no 1.
    static boolean isSize(double value) {
        return value != 0 && value != 1 && !Double.isNaN(value);
    }

    /// Counts the cells of a column.
    static final class Count {
        private int numbers;
        private boolean sizes;
        private int truths;
        private int commas; // numbers but for a decimal comma
        private int others;

        void add(double number) {
            numbers++;
            sizes = sizes || isSize(number);
        }

        void add(String cell, DecimalMark mark) {
            OptionalDouble value = CellNumber.of(cell, mark);
            if (CellNumber.isTruth(cell)) {
                truths++;
            } else if (value.isPresent()) {
                if (!Double.isNaN(value.getAsDouble())) {
                    add(value.getAsDouble());
                }
            } else if (CellNumber.hasDecimalComma(cell)) {
                commas++;
            } else {
                others++;
            }
        }

        ColumnKind kind() {
            int bad = commas + others + (sizes ? truths : 0);
            if (bad == 0) {
                return NUMBERS;
            }
            int good = numbers + commas + (sizes ? 0 : truths);
            return good >= MOSTLY * (good + bad - commas) ? BROKEN_NUMBERS : TEXT;
        }
    }
}
