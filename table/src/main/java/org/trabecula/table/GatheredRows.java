package org.trabecula.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;

/// Gathers the records of a text into a table: the first is the header, the others are as long as it or empty.
///
/// Spreadsheets pad what they export with rows and columns of empty cells; those are left out, and the table notes how many
/// rows.
final class GatheredRows {
    private static final int MOST_TOLD = 5;
    private static final char NUL = '\0';

    private final String source;
    private final char separator;
    private final List<String> header = new ArrayList<>();
    private final List<TextTable.Row> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int emptyRows;

    GatheredRows(String source, char separator) {
        this.source = source;
        this.separator = separator;
    }

    void add(int line, List<String> fields) {
        List<String> cells = fields.stream().map(String::strip).toList();
        if (header.isEmpty()) {
            header.addAll(cells);
            refuseNul(line, cells);
        } else if (cells.stream().allMatch(String::isEmpty)) {
            emptyRows++;
        } else if (cells.size() != header.size()) {
            if (problems.size() < MOST_TOLD) {
                problems.add(new Problem(
                        TableProblem.UNEVEN_ROW, source + ", line " + line, cells.size() + " cells",
                        header.size() + " cells, as in the header",
                        "put cells that hold the separator '" + (separator == '\t' ? "tab" : separator) + "' in double quotes"));
            }
        } else {
            refuseNul(line, cells);
            rows.add(new TextTable.Row(line, cells));
        }
    }

    /// @throws InputException with the first rows that are wrong
    TextTable table() {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        List<String> notes =
                emptyRows == 0 ? List.of() : List.of(Shown.count(emptyRows, "empty row") + " left out of " + source);
        int[] kept = IntStream.range(0, header.size()).filter(this::holdsSomething).toArray();
        if (kept.length == header.size()) {
            return new TextTable(source, header, rows).withNotes(notes);
        }
        List<TextTable.Row> narrow =
                rows.stream().map(row -> new TextTable.Row(row.line(), chosen(row.cells(), kept))).toList();
        return new TextTable(source, chosen(header, kept), narrow).withNotes(notes);
    }

    private boolean holdsSomething(int column) {
        return !header.get(column).isEmpty() || rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty());
    }

    private static List<String> chosen(List<String> cells, int[] columns) {
        return IntStream.of(columns).mapToObj(cells::get).toList();
    }

    private void refuseNul(int line, List<String> cells) {
        for (int column = 0; column < cells.size() && problems.size() < MOST_TOLD; column++) {
            int at = cells.get(column).indexOf(NUL);
            if (at >= 0) {
                problems.add(new Problem(
                        TableProblem.NOT_TEXT, source + ", line " + line + ", column "
                                + (header.get(column).indexOf(NUL) < 0 ? header.get(column) : "number " + (column + 1)),
                        "a NUL character after " + Shown.count(at, "character"), "text, which holds none",
                        "export the table again as text in UTF-8"));
            }
        }
    }
}
