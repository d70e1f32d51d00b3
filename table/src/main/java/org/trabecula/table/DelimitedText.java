package org.trabecula.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Reads tables as spreadsheets and statistics programs write them: comma, semicolon or tab (found from the header), UTF-8
/// with or without byte order mark, plain or gzip; or Parquet, when the name ends so.
public final class DelimitedText {
    private DelimitedText() {}

    /// @throws InputException if the file cannot be read or its rows are uneven
    public static TextTable read(Path file) {
        try {
            return isParquet(file) ? ParquetText.read(file) : readText(file);
        } catch (NoSuchFileException e) {
            throw new InputException(
                    new Problem(
                            TableProblem.UNREADABLE, file.toString(), "no such file", "a table as CSV or Parquet",
                            "check the path; relative paths start at the current folder"),
                    e);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new InputException(
                    new Problem(
                            TableProblem.UNREADABLE, file.toString(), String.valueOf(e.getMessage()),
                            "a readable text file, gzip with a name ending in .gz, or Parquet", "export the table again"),
                    e);
        }
    }

    static boolean isParquet(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    private static TextTable readText(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
            return read(file.toString(), in);
        }
    }

    /// Reads from a stream; `source` names it in messages.
    public static TextTable read(String source, InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        text.mark(1 << 22);
        String first = text.readLine();
        if (first == null || first.isBlank()) {
            throw new InputException(new Problem(
                    TableProblem.NO_HEADER, source, first == null ? "an empty file" : "an empty first line",
                    "column names in the first line", "export the table with its header"));
        }
        char separator = separator(first);
        text.reset();
        List<String> header = new ArrayList<>();
        List<TextTable.Row> rows = new ArrayList<>();
        List<Problem> uneven = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(1 << 26)
                .ofCsvRecord(text)) {
            for (CsvRecord fields : csv) {
                List<String> cells = fields.getFields().stream().map(String::strip).toList();
                if (header.isEmpty()) {
                    header.addAll(cells);
                } else if (cells.size() != header.size()) {
                    if (uneven.size() < 5) {
                        uneven.add(new Problem(
                                TableProblem.UNEVEN_ROW, source + ", line " + fields.getStartingLineNumber(),
                                cells.size() + " cells", header.size() + " cells, as in the header",
                                "put cells that hold the separator '" + (separator == '\t' ? "tab" : separator)
                                        + "' in double quotes"));
                    }
                } else {
                    rows.add(new TextTable.Row((int) fields.getStartingLineNumber(), cells));
                }
            }
        } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new InputException(
                    new Problem(
                            TableProblem.UNREADABLE, source, String.valueOf(e.getMessage()), "a table in CSV form",
                            "look for a double quote that is not closed"),
                    e);
        }
        if (!uneven.isEmpty()) {
            throw new InputException(uneven);
        }
        return new TextTable(source, header, rows);
    }

    /// The one of comma, tab, semicolon that stands most often in the header outside quotes; comma when none does.
    static char separator(String headerLine) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';'}) {
            int count = 0;
            boolean quoted = false;
            for (int at = 0; at < headerLine.length(); at++) {
                char c = headerLine.charAt(at);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == candidate && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
