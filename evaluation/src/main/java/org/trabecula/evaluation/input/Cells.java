package org.trabecula.evaluation.input;

import org.trabecula.table.TextTable;

/// Where the cells of a table stand, for messages.
final class Cells {
    private Cells() {}

    /// Where a cell stands: file, line, column.
    static String where(TextTable table, int row, String column) {
        return table.source() + ", line " + table.line(row) + ", column '" + column + "'";
    }

    static String where(TextTable table, String column) {
        return table.source() + ", column '" + column + "'";
    }
}
