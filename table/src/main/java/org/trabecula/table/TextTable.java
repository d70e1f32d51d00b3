package org.trabecula.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;
import org.trabecula.core.Suggestion;

/// A table as it stands in a file: a header and rows of text, each with the line it came from. Immutable.
///
/// A cell's text is made when it is asked for: who reads a column asks once, for the column.
public final class TextTable {
    private static final int MOST_LISTED = 8;

    private final String source;
    private final List<String> header;
    private final CellGrid rows;
    private final Map<String, String> inTheFile;
    private final List<String> notes;
    private final DecimalMark mark;
    private final int headerLine;
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
        this(source, header, grid(header.size(), rows), Map.of(), List.of(), DecimalMark.POINT, 1);
    }

    /// @param rows as wide as the header
    TextTable(String source, List<String> header, CellGrid rows) {
        this(source, header, rows, DecimalMark.POINT, 1);
    }

    /// @param headerLine where the header stands in the file, counted from 1
    TextTable(String source, List<String> header, CellGrid rows, DecimalMark mark, int headerLine) {
        this(source, header, rows, Map.of(), List.of(), mark, headerLine);
    }

    private TextTable(
            String source,
            List<String> header,
            CellGrid rows,
            Map<String, String> inTheFile,
            List<String> notes,
            DecimalMark mark,
            int headerLine) {
        this.source = source;
        this.inTheFile = Map.copyOf(inTheFile);
        this.notes = List.copyOf(notes);
        this.header = List.copyOf(header);
        this.rows = rows;
        this.mark = mark;
        this.headerLine = headerLine;
        for (int column = 0; column < header.size(); column++) {
            Integer before = index.put(header.get(column), column);
            if (before != null) {
                throw new InputException(new Problem(
                        TableProblem.DUPLICATE_COLUMN, source + ", line " + headerLine,
                        "'" + header.get(column) + "' in columns " + (before + 1) + " and " + (column + 1),
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
        return new TextTable(source, header, rows, inTheFile, told, mark, headerLine);
    }

    /// Other columns made of this table's: its source, notes and way of writing numbers stay.
    ///
    /// @param namesInTheFile the file's names of columns that have another name here, for messages
    public TextTable remade(List<String> columns, List<Row> made, Map<String, String> namesInTheFile) {
        return new TextTable(source, columns, grid(columns.size(), made), namesInTheFile, notes, mark, headerLine);
    }

    /// These columns alone; nothing is copied.
    public TextTable select(List<String> columns) {
        CellGrid chosen = rows.select(columns.stream().mapToInt(this::place).toArray());
        return new TextTable(source, columns, chosen, inTheFile, notes, mark, headerLine);
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

    /// Where the header stands in the file, counted from 1: remarks may stand before it.
    public int headerLine() {
        return headerLine;
    }

    DecimalMark decimalMark() {
        return mark;
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

    /// A column of numbers; cells without a value ([Missing]) become NaN.
    ///
    /// @throws InputException TAB-006 naming the first cell that holds no number, and how many do not
    public double[] numbers(String column) {
        int at = place(column);
        double[] values = rows.plainNumbers(at).clone();
        boolean truths = false;
        boolean sizes = false;
        boolean bad = false;
        for (int row = 0; row < values.length && !bad; row++) {
            if (Double.isNaN(values[row])) {
                String text = rows.text(row, at);
                OptionalDouble value = CellNumber.of(text, mark);
                bad = value.isEmpty() || BadCells.isBeyond(text, value.getAsDouble());
                truths = truths || CellNumber.isTruth(text);
                values[row] = value.orElse(Double.NaN);
            }
            sizes = sizes || ColumnKind.isSize(values[row]);
        }
        if (bad || truths && sizes) {
            throw new InputException(new BadCells(this, column).problem().orElseThrow());
        }
        return values;
    }

    /// Whether a cell holds no value, or one that no statistic can use: an infinite one.
    boolean isWithoutValue(int row, String column) {
        int at = place(column);
        if (!Double.isNaN(rows.plainNumber(row, at))) {
            return false;
        }
        String text = rows.text(row, at);
        return Missing.is(text) || Double.isInfinite(CellNumber.of(text, mark).orElse(0));
    }

    /// The number in a cell: NaN where it holds no value, nothing where it holds no number.
    public OptionalDouble number(int row, String column) {
        return CellNumber.of(cell(row, column), mark);
    }

    /// Groups of a single row beside large ones: a slip of the pen, or a code for what is not known. One sentence for each column.
    public List<String> loneGroups(List<String> columns) {
        return columns.stream().flatMap(column -> TextGroups.lone(this, column).stream()).toList();
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

    /// What the cells of a column are.
    public ColumnKind kind(String column) {
        int at = place(column);
        ColumnKind.Count count = new ColumnKind.Count();
        double[] plain = rows.plainNumbers(at);
        for (int row = 0; row < plain.length; row++) {
            if (Double.isNaN(plain[row])) {
                count.add(rows.text(row, at), mark);
            } else {
                count.add(plain[row]);
            }
        }
        return count.kind();
    }

    /// Whether every cell of the column is a number or without a value.
    public boolean isNumeric(String column) {
        return kind(column) == ColumnKind.NUMBERS;
    }

    /// The first columns, for messages.
    String columnsListed() {
        return Shown.count(header.size(), "column") + ": " + String.join(", ", header.subList(0, Math.min(MOST_LISTED, header.size())))
                + (header.size() > MOST_LISTED ? ", …" : "");
    }

    private int place(String column) {
        Integer at = index.get(column);
        if (at == null) {
            throw new InputException(new Problem(
                    TableProblem.MISSING_COLUMN, source + ", line " + headerLine, "no column '" + column + "'; " + columnsListed(),
                    "a column named '" + column + "'",
                    Suggestion.nearest(column, header)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("add the column, or name another one")));
        }
        return at;
    }
}
