package org.trabecula.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells the build how many values a conformance suite compared, so that its last lines can say so.
public final class Conformance {
    /// Tells the lines of this run from those of earlier ones.
    private static final String RUN = Long.toString(ProcessHandle.current().pid()) + "@" + System.currentTimeMillis();

    private Conformance() {}

    /// Records that `suite` (such as `pyradiomics/original`) compared `values` values and that all agreed.
    public static void compared(String suite, long values) {
        append(suite, "compared", values, "");
    }

    /// Records that `values` values were not compared (0 when their number is unknown), and why.
    public static void skipped(String suite, long values, String why) {
        append(suite, "skipped", values, why);
    }

    private static synchronized void append(String suite, String kind, long values, String why) {
        String build = System.getProperty("trabecula.module.build");
        if (build == null) {
            return; // run from an editor: nothing collects the counts
        }
        Path file = Path.of(build, "conformance.tsv");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    RUN + "\t" + suite + "\t" + kind + "\t" + values + "\t" + why.replaceAll("\\s+", " ") + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
