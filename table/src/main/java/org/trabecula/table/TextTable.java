package org.trabecula.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Suggestion;

/// A table as it stands in a file: a header and rows of text, each with the line it came from. Immutable.
///
/// A cell's text is made when it is asked for: who reads a column asks once, for the column.
public final class TextTable {
    private final String source;
    private final List<String> header;
    private final CellGrid rows;
    private final Map<String, String> inTheFile;
    private final List<String> notes;
    private final Map<String, Integer> index = new HashMap<>();

    /// One row.
    ///
    /// @param line  where it begins in the file, counted from 1
    /// @param cells one per column, trimmed of surrounding blanks
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param source the file's name, for messages
    public TextTable(String source, List<String> header, List<Row> rows) {
        this(source, header, rows, Map.of());
    }

    /// A view of a file's table under other column names.
    ///
    /// @param inTheFile the file's names of columns that have another name here, for messages
    public TextTable(String source, List<String> header, List<Row> rows, Map<String, String> inTheFile) {
        this(source, header, grid(header.size(), rows), inTheFile, List.of());
    }

    /// @param rows as wide as the header
    TextTable(String source, List<String> header, CellGrid rows) {
        this(source, header, rows, Map.of(), List.of());
    }

    private TextTable(
            String source, List<String> header, CellGrid rows, Map<String, String> inTheFile, List<String> notes) {
        this.source = source;
        this.inTheFile = Map.copyOf(inTheFile);
        this.notes = List.copyOf(notes);
        this.header = List.copyOf(header);
        this.rows = rows;
        for (int column = 0; column < header.size(); column++) {
            if (index.put(header.get(column), column) != null) {
                throw new InputException(new Problem(
                        TableProblem.DUPLICATE_COLUMN, source + ", line 1", "'" + header.get(column) + "' twice",
                        "every column name once", "rename or delete one of the two columns"));
            }
        }
    }

    private static CellGrid grid(int columns, List<Row> rows) {
        CellGrid.Builder grid = new CellGrid.Builder();
        for (Row row : rows) {
            if (row.cells().size() != columns) {
                throw new IllegalArgumentException(columns + " columns, a row of " + row.cells().size());
            }
            row.cells().forEach(grid::cell);
            grid.endRow(row.line());
        }
        return grid.build(columns);
    }

    /// The same table, with what its reader left out.
    public TextTable withNotes(List<String> told) {
        return new TextTable(source, header, rows, inTheFile, told);
    }

    /// What was left out or assumed while reading, one sentence each.
    public List<String> notes() {
        return notes;
    }

    public String source() {
        return source;
    }

    public List<String> header() {
        return header;
    }

    public int rowCount() {
        return rows.rows();
    }

    public Row row(int row) {
        return new Row(line(row), rows.row(row));
    }

    /// Where a row begins in the file, counted from 1.
    public int line(int row) {
        return rows.line(row);
    }

    public boolean has(String column) {
        return index.containsKey(column);
    }

    /// The text of one cell; empty when the cell is.
    public String cell(int row, String column) {
        return rows.text(row, place(column));
    }

    /// The text of one cell, or nothing when the column does not exist or the cell is empty.
    public Optional<String> find(int row, String column) {
        Integer at = index.get(column);
        return at == null ? Optional.empty() : Optional.of(rows.text(row, at)).filter(s -> !s.isEmpty());
    }

    /// Whether a cell stands for no value: empty, `NA` or `NaN`, as statistics programs and data frames write it.
    public static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equalsIgnoreCase("na") || cell.equalsIgnoreCase("nan");
    }

    /// Where a cell stands, for messages: file, line, column.
    public String where(int row, String column) {
        return source + ", line " + line(row) + ", column " + inTheFile(column);
    }

    /// Where a column stands, for messages about its values as a whole.
    public String where(String column) {
        String lines = rowCount() == 0 ? "" : ", lines " + line(0) + " to " + line(rowCount() - 1);
        return source + lines + ", column " + inTheFile(column);
    }

    private String inTheFile(String column) {
        return inTheFile.getOrDefault(column, column);
    }

    /// A column's cells, in row order.
    public List<String> column(String column) {
        return rows.column(place(column));
    }

    /// A column of numbers; empty cells, `NA` and `NaN` become NaN.
    ///
    /// @throws InputException naming the first lines that hold no number
    public double[] numbers(String column) {
        int at = place(column);
        double[] values = new double[rowCount()];
        List<Problem> problems = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.plainNumber(row, at);
            if (!Double.isNaN(values[row])) {
                continue;
            }
            String text = rows.text(row, at);
            Optional<Double> value = parse(text);
            if (value.isPresent() && Double.isInfinite(value.get()) && isDigits(text) && problems.size() < 5) {
                problems.add(new Problem(
                        TableProblem.NOT_A_NUMBER, where(row, column), "'" + text + "', beyond the largest number, 1.8e308",
                        "a number that a double holds, or an empty cell", "correct the cell"));
            }
            if (value.isEmpty() && problems.size() < 5) {
                problems.add(new Problem(
                        TableProblem.NOT_A_NUMBER,
                        where(row, column),
                        "'" + text + "'",
                        "a number with a decimal point, or an empty cell",
                        text.matches("[-+]?\\d+,\\d+")
                                ? "export the table again with decimal points"
                                : "correct the cell, or name another column"));
            }
            values[row] = value.orElse(Double.NaN);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return values;
    }

    /// Refuses columns of text that cannot be groups, and says what they look like: dates, ids, decimal commas.
    ///
    /// @param columns of numbers or groups; a model's terms
    /// @throws InputException TAB-006 or TAB-012, one for each column
    public void requireNumbersOrGroups(List<String> columns) {
        List<Problem> problems =
                columns.stream().filter(this::has).flatMap(column -> TextGroups.problem(this, column).stream()).toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /// Whether a cell holds a number; one that is missing does not.
    static boolean isNumber(String cell) {
        return !isMissing(cell) && parse(cell).isPresent();
    }

    /// Whether every cell of the column is a number or empty.
    public boolean isNumeric(String column) {
        int at = place(column);
        return IntStream.range(0, rowCount())
                .allMatch(row -> rows.isPlainNumber(row, at) || parse(rows.text(row, at)).isPresent());
    }

    /// Written as a number, where `inf` is a word.
    private static boolean isDigits(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private int place(String column) {
        Integer at = index.get(column);
        if (at == null) {
            throw new InputException(new Problem(
                    TableProblem.MISSING_COLUMN, source + ", line 1",
                    "no column '" + column + "'; " + header.size() + " columns: "
                            + String.join(", ", header.subList(0, Math.min(8, header.size())))
                            + (header.size() > 8 ? ", …" : ""),
                    "a column named '" + column + "'",
                    Suggestion.nearest(column, header)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("add the column, or name another one")));
        }
        return at;
    }

    private static Optional<Double> parse(String text) {
        if (isMissing(text)) {
            return Optional.of(Double.NaN);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity", "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            case "true" -> Optional.of(1.0);
            case "false" -> Optional.of(0.0);
            default -> {
                char last = text.charAt(text.length() - 1);
                if (last == 'd' || last == 'f' || last == 'D' || last == 'F') {
                    yield Optional.empty(); // Java would read "1d" as a number
                }
                try {
                    yield Optional.of(Double.parseDouble(text));
                } catch (NumberFormatException e) {
                    yield Optional.empty();
                }
            }
        };
    }
}
