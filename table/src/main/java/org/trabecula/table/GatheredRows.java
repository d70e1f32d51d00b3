package org.trabecula.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;

/// Gathers the records of a text into a table: the first is the header, the others are as long as it or empty.
///
/// Spreadsheets pad what they export with rows and columns of empty cells; those are left out, and the table notes how many
/// rows. Cells are stripped of surrounding blanks.
final class GatheredRows {
    private static final int MOST_TOLD = 5;
    private static final char NUL = '\0';

    private final String source;
    private final LeadingLines leading;
    private final List<String> header = new ArrayList<>();
    private final CellGrid.Builder rows = new CellGrid.Builder();
    private final List<Problem> problems = new ArrayList<>();
    private int emptyRows;

    private char[] text = new char[1024]; // of the record being read, cells end to end
    private int[] ends = new int[16];
    private int cells;

    GatheredRows(String source, LeadingLines leading) {
        this.source = source;
        this.leading = leading;
    }

    /// The next cell of the record that [#endRecord] ends.
    void cell(char[] from, int offset, int length) {
        int first = offset;
        int last = offset + length;
        while (first < last && isBlank(from[first])) {
            first++;
        }
        while (last > first && isBlank(from[last - 1])) {
            last--;
        }
        int start = end();
        int end = start + last - first;
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        System.arraycopy(from, first, text, start, last - first);
        ends[cells++] = end;
    }

    /// Spaces of every width, the no-break ones of web pages and spreadsheets among them, and the mark of byte order in midst of a file.
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /// @param line where the record begins
    void endRecord(int line) {
        if (header.isEmpty()) {
            for (int column = 0; column < cells; column++) {
                header.add(new String(text, start(column), ends[column] - start(column)));
            }
            refuseNul(line);
        } else if (end() == 0) {
            emptyRows++;
        } else if (cells != header.size()) {
            if (problems.size() < MOST_TOLD) {
                problems.add(new Problem(
                        TableProblem.UNEVEN_ROW, source + ", line " + line, cells + " cells",
                        header.size() + " cells, as in the header",
                        "put cells that hold the separator '" + (leading.separator() == '\t' ? "tab" : leading.separator()) + "' in double quotes"));
            }
        } else {
            refuseNul(line);
            for (int column = 0; column < cells; column++) {
                rows.cell(text, start(column), ends[column] - start(column));
            }
            rows.endRow(line);
        }
        cells = 0;
    }

    private int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    private int end() {
        return start(cells);
    }

    /// @throws InputException with the first rows that are wrong
    TextTable table() {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        List<String> notes = new ArrayList<>(leading.notes());
        if (emptyRows > 0) {
            notes.add(Shown.count(emptyRows, "empty row") + " left out of " + source);
        }
        CellGrid grid = rows.build(header.size());
        int[] kept = IntStream.range(0, header.size())
                .filter(column -> !header.get(column).isEmpty() || grid.holdsSomething(column))
                .toArray();
        DecimalMark mark = DecimalMark.of(grid, leading.separator());
        if (mark == DecimalMark.COMMA) {
            notes.add(source + ": numbers are read with decimal commas");
        }
        List<String> names = Arrays.stream(kept).mapToObj(header::get).toList();
        return new TextTable(source, names, grid.select(kept), mark, leading.lines() + 1).withNotes(notes);
    }

    private void refuseNul(int line) {
        for (int at = 0; at < end(); at++) {
            if (text[at] == NUL) {
                tellNul(line);
                return;
            }
        }
    }

    private void tellNul(int line) {
        for (int column = 0; column < cells && problems.size() < MOST_TOLD; column++) {
            int at = start(column);
            while (at < ends[column] && text[at] != NUL) {
                at++;
            }
            if (at < ends[column]) {
                problems.add(new Problem(
                        TableProblem.NOT_TEXT, source + ", line " + line + ", column "
                                + (header.get(column).indexOf(NUL) < 0 ? header.get(column) : "number " + (column + 1)),
                        "a NUL character after " + Shown.count(at - start(column), "character"), "text, which holds none",
                        "export the table again as text in UTF-8"));
            }
        }
    }
}
