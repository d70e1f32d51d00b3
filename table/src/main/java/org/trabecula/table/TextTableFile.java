package org.trabecula.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.core.AtomicFile;

/// Writes small tables of text: manifests, flows, failures.
public final class TextTableFile {
    private TextTableFile() {}

    /// @param rows each as long as `header`
    public static void write(Path file, List<String> header, List<? extends List<String>> rows) throws IOException {
        AtomicFile.write(file, out -> {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
            csv.writeRecord(header);
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(header.size() + " columns, a row of " + row.size());
                }
                csv.writeRecord(row);
            }
            csv.flush();
            text.flush();
        });
    }
}
