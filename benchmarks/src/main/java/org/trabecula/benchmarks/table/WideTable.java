package org.trabecula.benchmarks.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTable;

/// Reads a wide table of numbers in full (15 to 17 digits, as feature tables are written) once, as a verb does: the whole
/// process, start and compiler included. Peak memory is what the system saw (`VmHWM`).
///
/// ```
/// java -XX:+UseParallelGC -cp … org.trabecula.benchmarks.table.WideTable wide.csv [rows columns]
/// ```
///
/// With rows and columns the file is written and nothing read.
public final class WideTable {
    private WideTable() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        if (args.length > 1) {
            write(file, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            return;
        }
        long start = System.nanoTime();
        TextTable text = DelimitedText.read(file);
        double read = seconds(start);
        FeatureTable table = FeatureTableFile.of(text);
        System.out.printf(
                Locale.ROOT, "%d rows, %d features: %.1f s wall, of which cells %.1f s; CPU of the process %.1f s; peak %s%n",
                table.rows(), table.names().size(), seconds(start), read,
                cpu(), peak());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() * 1e-3;
    }

    /// Of Linux; elsewhere unknown.
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static void write(Path file, int rows, int columns) throws IOException {
        SplittableRandom random = new SplittableRandom(20);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("case_id");
            for (int column = 0; column < columns; column++) {
                out.write(",f" + column);
            }
            out.newLine();
            for (int row = 0; row < rows; row++) {
                out.write("c" + row);
                for (int column = 0; column < columns; column++) {
                    out.write(",");
                    out.write(Double.toString(Math.scalb(random.nextGaussian(), column % 24 - 8)));
                }
                out.newLine();
            }
        }
    }
}
