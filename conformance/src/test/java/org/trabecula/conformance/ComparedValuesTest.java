package org.trabecula.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Reference;

/// Runs last: says how many reference values were compared in this build, per suite, and what was skipped.
class ComparedValuesTest {
    private static final long LARGEST_CORE_BYTES = 30L << 20;

    private record Line(String suite, String kind, long values, String why) {}

    @Test
    void sayHowManyValuesWereCompared() throws IOException {
        TreeMap<String, long[]> suites = new TreeMap<>();
        TreeMap<String, String> reasons = new TreeMap<>();
        for (Line line : lines()) {
            long[] counts = suites.computeIfAbsent(line.suite(), _ -> new long[2]);
            counts[line.kind().equals("compared") ? 0 : 1] += line.values();
            if (line.kind().equals("skipped")) {
                reasons.merge(line.suite(), line.why(), (a, b) -> a.contains(b) ? a : a + "; " + b);
            }
        }
        StringBuilder text = new StringBuilder("\nCompared with reference values\n");
        text.append(String.format(Locale.ROOT, "  %-34s %10s %10s%n", "suite", "compared", "skipped"));
        long all = 0;
        for (var suite : suites.entrySet()) {
            text.append(String.format(
                    Locale.ROOT, "  %-34s %,10d %,10d  %s%n", suite.getKey(), suite.getValue()[0], suite.getValue()[1],
                    reasons.getOrDefault(suite.getKey(), "")));
            all += suite.getValue()[0];
        }
        text.append(String.format(Locale.ROOT, "  %-34s %,10d%n", "all", all));
        if (Reference.whole("").isEmpty()) {
            text.append("  the whole reference set is not present: the compact core in conformance/data was compared\n");
        }
        System.out.println(text);
        assertThat(all).as("values compared in this build").isPositive();
    }

    @Test
    void theCoreIsSmallAndEveryPartNamesItsSourceAndLicence() throws IOException {
        Path data = Reference.root().resolve("conformance/data");
        try (Stream<Path> files = Files.walk(data)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            assertThat(bytes).isLessThan(LARGEST_CORE_BYTES);
        }
        try (Stream<Path> parts = Files.list(data)) {
            for (Path part : parts.filter(Files::isDirectory).toList()) {
                assertThat(part.resolve("README.md")).exists();
                assertThat(Files.readString(part.resolve("README.md")).toLowerCase(Locale.ROOT))
                        .as(part.toString())
                        .contains("licen");
            }
        }
    }

    /// The lines of each module's latest test run.
    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Reference.root())) {
            for (Path module : modules.sorted().toList()) {
                Path counts = module.resolve("target/conformance.tsv");
                if (!Files.exists(counts)) {
                    continue;
                }
                List<String> all = Files.readAllLines(counts);
                String latest = all.getLast().split("\t", -1)[0];
                for (String text : all) {
                    String[] cells = text.split("\t", -1);
                    if (cells[0].equals(latest)) {
                        lines.add(new Line(cells[1], cells[2], Long.parseLong(cells[3]), cells[4]));
                    }
                }
            }
        }
        return lines;
    }
}
