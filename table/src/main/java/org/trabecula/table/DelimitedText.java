package org.trabecula.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Reads tables as spreadsheets and statistics programs write them: comma, semicolon or tab (found from the header), UTF-8
/// or UTF-16, plain or gzip; or Parquet. What a file is, its first bytes say and not its name.
public final class DelimitedText {
    private static final int MAGIC_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 16;
    /// The longest header line and the longest row, in characters: thousands of features with their longest names.
    private static final int MOST_CHARS = 1 << 24;

    private DelimitedText() {}

    /// @throws InputException if the file cannot be read, is no table, or its rows are uneven
    public static TextTable read(Path file) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            raw.mark(MAGIC_BYTES);
            byte[] magic = raw.readNBytes(MAGIC_BYTES);
            raw.reset();
            if (ParquetText.begins(magic) || TableFormat.ofName(file).filter(TableFormat.PARQUET::equals).isPresent()) {
                return ParquetText.read(file);
            }
            return read(file.toString(), isGzip(magic) ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
        } catch (NoSuchFileException e) {
            throw new InputException(
                    new Problem(
                            TableProblem.UNREADABLE, file.toString(), "no such file", "a table as CSV or Parquet",
                            "check the path; relative paths start at the current folder"),
                    e);
        } catch (UncheckedIOException e) {
            throw unreadable(file.toString(), e.getCause() instanceof IOException cause ? cause : new IOException(e));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static boolean isGzip(byte[] magic) {
        return magic.length > 1 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    }

    private static InputException unreadable(String source, IOException failure) {
        return new InputException(
                new Problem(
                        TableProblem.UNREADABLE, source, FileTrouble.words(failure),
                        "a readable text file, packed with gzip or not, or Parquet", "export the table again"),
                failure);
    }

    /// Reads from a stream; `source` names it in messages.
    public static TextTable read(String source, InputStream in) throws IOException {
        ReadAheadText text = new ReadAheadText(new StrictText(source, in));
        LeadingLines leading = LeadingLines.of(source, text, MOST_CHARS);
        GatheredRows rows = new GatheredRows(source, leading);
        try (CsvReader<Boolean> csv = CsvReader.builder()
                .fieldSeparator(leading.separator())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(MOST_CHARS)
                .build(new RecordsOfText(source, rows, leading.lines(), MOST_CHARS), text)) {
            csv.forEach(_ -> {});
        } catch (CsvParseException e) {
            if (e.getCause() instanceof InputException refused) {
                throw refused; // by the decoder, in the midst of the file
            }
            if (e.getCause() instanceof IOException cause) {
                throw new UncheckedIOException(cause);
            }
            throw new InputException(
                    new Problem(
                            TableProblem.UNREADABLE, source, String.valueOf(e.getMessage()), "a table in CSV form",
                            "look for a double quote that is not closed"),
                    e);
        }
        return rows.table();
    }
}
