package org.trabecula.benchmarks.radiomics;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Wall time of one cold command, the whole process with the launcher: `--help`, and `extract` with the preset `paper1648`.
///
/// Run: `java -cp … org.trabecula.benchmarks.radiomics.WholeProcess LAUNCHER IMAGE MASK`.
public final class WholeProcess {
    private static final int RUNS = 15;

    private WholeProcess() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = System.out;
        MachineSpeed.print(out);
        Path table = Files.createTempDirectory("whole-process").resolve("features.csv");
        measure("--help", List.of(args[0], "--help"), out);
        for (String preset : List.of("original", "paper1648")) {
            List<String> command =
                    List.of(args[0], "extract", args[1], args[2], "--preset", preset, "--force", "-o", table.toString());
            measure("extract --preset " + preset, command, out);
        }
        Files.delete(table);
        MachineSpeed.print(out);
    }

    private static void measure(String name, List<String> command, PrintStream out) throws IOException, InterruptedException {
        double[] seconds = new double[RUNS];
        for (int run = -1; run < RUNS; run++) { // the first fills the file cache
            long before = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
            if (run >= 0) {
                seconds[run] = (System.nanoTime() - before) / 1e9;
            }
        }
        Arrays.sort(seconds);
        out.printf(
                Locale.ROOT, "%s: median %.3f s, lowest %.3f s, highest %.3f s of %d%n", name, seconds[RUNS / 2], seconds[0],
                seconds[RUNS - 1], RUNS);
    }
}
