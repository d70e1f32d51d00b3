package org.trabecula.table;

import java.util.regex.Pattern;

/// How text goes into a cell of a written table.
public enum CellText {
    /// Byte for byte; what is read back is what was written.
    AS_IT_IS,
    /// With an apostrophe before text that a spreadsheet would run as a formula: text that begins with `=`, `+`, `-`, `@`, a
    /// tab or a carriage return. Numbers stay as they are. Source: OWASP, "CSV Injection".
    EXCEL_SAFE;

    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?Infinity");

    String of(String cell) {
        boolean runs = this == EXCEL_SAFE && FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
        return runs ? "'" + cell : cell;
    }
}
