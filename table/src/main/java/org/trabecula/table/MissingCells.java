package org.trabecula.table;

import java.util.ArrayList;
import java.util.List;

/// Cells without a value, told once for all columns.
public final class MissingCells {
    private static final int MOST_COLUMNS = 5;

    private MissingCells() {}

    /// In which of the columns values are missing, or infinite, in how many rows, and by which word where it is not an empty cell;
    /// nothing when every cell holds one.
    public static List<String> notes(TextTable table, List<String> columns) {
        List<String> told = new ArrayList<>();
        for (String column : columns) {
            int missing = 0;
            int first = -1;
            for (int row = 0; row < table.rowCount(); row++) {
                if (table.isWithoutValue(row, column)) {
                    missing++;
                    first = first < 0 || table.cell(first, column).isEmpty() ? row : first; // rather one with a word
                }
            }
            if (missing > 0) {
                String word = table.cell(first, column);
                told.add(column + " (" + missing + " of " + table.rowCount()
                        + (word.isEmpty() ? "" : ": '" + word + "' in line " + table.line(first)) + ")");
            }
        }
        if (told.isEmpty()) {
            return List.of();
        }
        return List.of("cells without a value in " + told.size() + (told.size() == 1 ? " column: " : " columns: ")
                + String.join(", ", told.subList(0, Math.min(MOST_COLUMNS, told.size()))) + (told.size() > MOST_COLUMNS ? ", …" : ""));
    }
}
