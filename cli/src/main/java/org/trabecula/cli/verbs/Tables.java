package org.trabecula.cli.verbs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.trabecula.cli.frame.TableOutput;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;

/// Tables of features where `-o` says: a file, or CSV on stdout.
final class Tables {
    private Tables() {}

    static void write(FeatureTable table, TableOutput output, PrintWriter stdout) throws IOException {
        if (!output.toStdout()) {
            FeatureTableFile.write(table, output.file(), output.cells());
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FeatureTableFile.write(table, bytes, output.cells());
        stdout.print(bytes.toString(StandardCharsets.UTF_8));
        stdout.flush();
    }
}
