package org.trabecula.cli.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// A way of writing a table into a file: spreadsheets, data frames and statistics programs know many.
enum Way {
    SEMICOLONS(made -> made.text(";", "\n")),
    TABS(made -> made.text("\t", "\n")),
    BARS(made -> made.text("|", "\n")),
    DECIMAL_COMMAS(made -> made.withCells(Way::withComma).text(";", "\n")),
    DECIMAL_COMMAS_AND_TABS(made -> made.withCells(Way::withComma).text("\t", "\r\n")),
    BYTE_ORDER_MARK(made -> "\ufeff" + made.text(",", "\n")),
    WINDOWS_LINES(made -> made.text(",", "\r\n")),
    OLD_LINES(made -> made.text(",", "\r")),
    NO_LAST_LINE_END(made -> made.text(",", "\n").stripTrailing()),
    QUOTES(made -> made.withHeader(Way::quoted).withCells(Way::quoted).text(",", "\n")),
    BLANKS(made -> made.withHeader(cell -> " " + cell).withCells(cell -> " " + cell + "  ").text(",", "\n")),
    NO_BREAK_SPACES(made -> made.withHeader(cell -> cell + "\u00a0").withCells(cell -> "\u00a0" + cell + "\u202f").text(",", "\n")),
    HINT(made -> "sep=;\r\n" + made.text(";", "\r\n")),
    REMARKS(made -> "# exported by hand\n#\n" + made.text(",", "\n")),
    EMPTY_LINES(made -> "\n" + made.text(",", "\n\n")),
    EMPTY_ROWS_AND_COLUMNS(made -> made.text(",", ",,\n") + ",".repeat(made.header().size() + 1) + "\n"),
    WORD_NA(made -> made.withCells(cell -> cell.isEmpty() ? "NA" : cell).text(",", "\n")),
    WORD_NULL(made -> made.withCells(cell -> cell.isEmpty() ? "NULL" : cell).text(",", "\n")),
    WORD_NAN(made -> made.withCells(cell -> cell.isEmpty() ? "nan" : cell).text(",", "\n")),
    QUESTION_MARK(made -> made.withCells(cell -> cell.isEmpty() ? "?" : cell).text(",", "\n")),
    SPREADSHEET_ERROR(made -> made.withCells(cell -> cell.isEmpty() ? "#N/A" : cell).text(",", "\n")),
    EXPONENTS(made -> made.withCells(Way::withExponent).text(",", "\n")),
    TRAILING_ZEROS(made -> made.withCells(cell -> cell.matches("-?\\d+\\.\\d+") ? cell + "000" : cell).text(",", "\n")),
    TYPOGRAPHIC_MINUS(made -> made.withCells(cell -> MadeTable.isNumber(cell) ? cell.replace('-', '−') : cell).text(",", "\n")),
    FLOATED_WHOLES(made -> made.withCells(cell -> cell.matches("\\d+") ? cell + ".0" : cell).text(",", "\n")),
    /// Columns that are no features elsewhere; the order of features is the order of what comes out.
    OTHER_ORDER(made -> made.ordered(rolesLast(made.header())).text(",", "\n")),
    CAPITALS(made -> made.withHeader(Way::capitals).text(",", "\n"));

    private static final List<String> ROLES =
            List.of("case_id", "patient_id", "outcome", "age", "sex", "split", "centre", "subject", "reader");

    private final Function<MadeTable, String> text;

    Way(Function<MadeTable, String> text) {
        this.text = text;
    }

    /// The name under which the file's header knows a column.
    String column(String name) {
        return this == CAPITALS ? capitals(name) : name;
    }

    /// A result of the plain table, with the column names of this one.
    String renamed(String result, List<String> names) {
        String renamed = result;
        for (String role : names) {
            renamed = renamed.replace("\"" + role, "\"" + column(role));
        }
        return renamed;
    }

    byte[] bytes(MadeTable made) {
        return text.apply(made).getBytes(StandardCharsets.UTF_8);
    }

    /// Files whose bytes are not those of this text in UTF-8.
    enum Packing {
        UTF_16_LITTLE,
        UTF_16_BIG,
        GZIP,
        PARQUET;

        void write(MadeTable made, Path file) throws IOException {
            String text = made.text(",", "\n");
            switch (this) {
                case UTF_16_LITTLE -> Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
                case UTF_16_BIG -> Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE));
                case GZIP -> {
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                        out.write(text.getBytes(StandardCharsets.UTF_8));
                    }
                    Files.write(file, packed.toByteArray());
                }
                case PARQUET -> FeatureTableFile.write(table(made), file);
            }
        }

        String ending() {
            return this == PARQUET ? ".parquet" : ".csv";
        }

        private static FeatureTable table(MadeTable made) {
            Map<String, List<String>> texts = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            List<double[]> columns = new ArrayList<>();
            for (int column = 1; column < made.header().size(); column++) {
                int at = column;
                List<String> cells = made.rows().stream().map(row -> row.get(at)).toList();
                if (ROLES.contains(made.header().get(column))) {
                    texts.put(made.header().get(column), cells);
                } else {
                    names.add(made.header().get(column));
                    columns.add(cells.stream().mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell)).toArray());
                }
            }
            boolean named = made.header().getFirst().equals("case_id");
            if (!named) {
                texts.put(made.header().getFirst(), made.rows().stream().map(List::getFirst).toList());
            }
            List<String> ids = IntStream.range(0, made.rows().size())
                    .mapToObj(row -> named ? made.rows().get(row).getFirst() : "row-" + row)
                    .toList();
            return new FeatureTable(ids, texts, names, columns.toArray(double[][]::new));
        }
    }

    private static String withComma(String cell) {
        return MadeTable.isNumber(cell) ? cell.replace('.', ',') : cell;
    }

    private static String quoted(String cell) {
        return '"' + cell + '"';
    }

    private static String withExponent(String cell) {
        return cell.matches("-?\\d+\\.\\d+") ? new BigDecimal(cell).unscaledValue() + "e-" + new BigDecimal(cell).scale() : cell;
    }

    private static List<String> rolesLast(List<String> header) {
        List<String> ordered = new ArrayList<>(header.stream().filter(name -> !ROLES.contains(name)).toList());
        ordered.addAll(header.stream().filter(ROLES::contains).toList().reversed());
        return ordered;
    }

    /// `Case ID` for `case_id`; features keep their names.
    private static String capitals(String name) {
        return switch (name) {
            case "case_id" -> "Case ID";
            case "patient_id" -> "PATIENT-ID";
            default -> ROLES.contains(name) ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
        };
    }
}
