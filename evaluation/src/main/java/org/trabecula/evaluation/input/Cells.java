package org.trabecula.evaluation.input;

import java.util.Locale;
import java.util.Set;
import org.trabecula.table.TextTable;

/// Cells of a table as this room reads them.
final class Cells {
    /// What programs write for "no value": R, pandas, databases, spreadsheets.
    private static final Set<String> MISSING =
            Set.of("", "na", "nan", "<na>", "n/a", "#n/a", "null", "none", "nil", "missing", ".", "?");

    private static final int LONGEST = 7;

    private Cells() {}

    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST && MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /// Where a cell stands: file, line, column.
    static String where(TextTable table, int row, String column) {
        return table.source() + ", line " + table.line(row) + ", column '" + column + "'";
    }

    static String where(TextTable table, String column) {
        return table.source() + ", column '" + column + "'";
    }
}
