package org.trabecula.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;

/// The cells of a column of numbers that hold none, told once for the column.
final class BadCells {
    private static final int MOST_LINES = 4;
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[0-9]{1,3}([ ,.'\u00a0\u202f][0-9]{3})+([.,][0-9]+)?");
    private static final Pattern WITH_A_UNIT = Pattern.compile("([<>≤≥~]\\s*)?[-+]?[0-9]+([.,][0-9]+)?\\s*[^0-9.,\\s].*|[<>≤≥~]\\s*[-+]?[0-9].*");

    private final TextTable table;
    private final String column;
    private final List<Integer> rows = new ArrayList<>();

    /// @param column of `table`
    BadCells(TextTable table, String column) {
        this.table = table;
        this.column = column;
        List<String> cells = table.column(column);
        boolean sizes = cells.stream().anyMatch(cell -> ColumnKind.isSize(CellNumber.of(cell, table.decimalMark()).orElse(Double.NaN)));
        for (int row = 0; row < cells.size(); row++) {
            String cell = cells.get(row);
            OptionalDouble number = CellNumber.of(cell, table.decimalMark());
            if (number.isEmpty() || isBeyond(cell, number.getAsDouble()) || sizes && CellNumber.isTruth(cell)) {
                rows.add(row);
            }
        }
    }

    static boolean isBeyond(String cell, double number) {
        return Double.isInfinite(number) && CellNumber.hasDigits(cell);
    }

    /// TAB-006 at the first of them; nothing when all cells are numbers or empty.
    Optional<Problem> problem() {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int first = rows.getFirst();
        String cell = table.cell(first, column);
        boolean beyond = isBeyond(cell, CellNumber.of(cell, table.decimalMark()).orElse(Double.NaN));
        return Optional.of(new Problem(
                TableProblem.NOT_A_NUMBER, table.where(first, column),
                "'" + shown(cell) + "'" + (beyond ? ", beyond the largest number, 1.8e308" : "") + others(),
                beyond ? "a number that a double holds, or an empty cell" : "a number, or an empty cell where nothing is known",
                beyond ? "correct the cell" : fix(cell)));
    }

    /// Shortened, so that a message stays a message: a quote that is not closed makes a cell of the rest of the file.
    private static String shown(String cell) {
        return cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "… (" + cell.length() + " characters)";
    }

    private String others() {
        int more = rows.size() - 1;
        if (more == 0) {
            return "";
        }
        List<String> lines = rows.stream().skip(1).limit(MOST_LINES).map(row -> Integer.toString(table.line(row))).toList();
        return ", and " + Shown.count(more, "more cell") + " of the column (line" + (more == 1 ? " " : "s ")
                + String.join(", ", lines) + (more > MOST_LINES ? ", …" : "") + ")";
    }

    private static String fix(String cell) {
        if (CellNumber.hasDecimalComma(cell)) {
            return "a decimal comma is read in a file that has no decimal points and parts its cells by semicolons or tabs: write decimal"
                    + " points";
        }
        if (THOUSANDS.matcher(cell).matches()) {
            return "write the number without marks between thousands";
        }
        if (WITH_A_UNIT.matcher(cell).matches()) {
            return "write the number alone, the unit into the column's name";
        }
        return "correct the cell, empty it, or name other columns";
    }
}
