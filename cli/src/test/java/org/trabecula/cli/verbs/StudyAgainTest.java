package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;

/// One study asked for several times: in another process, and in the same folder.
class StudyAgainTest {
    private static final int CASES = 60;
    /// They hold times, or the hash of a file that does.
    private static final List<String> WITH_TIMES = List.of("run.json", ".stages/finished.json", ".stages/lock");

    @TempDir
    Path folder;

    private Path table;
    private Path config;

    @BeforeEach
    void study() throws IOException {
        StringBuilder text = new StringBuilder("ID,outcome,age,sex,signal,noise_a,noise_b\n");
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < CASES; row++) {
            int outcome = row % 2;
            text.append(String.format(
                    Locale.ROOT, "case-%d,%d,%d,%s,%.6f,%.6f,%.6f%n", row, outcome, 50 + random.nextInt(40),
                    random.nextBoolean() ? "F" : "M", random.nextGaussian() + outcome, random.nextGaussian(), random.nextGaussian()));
        }
        table = Files.writeString(folder.resolve("table.csv"), text);
        config = Files.writeString(folder.resolve("quick.yaml"), "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        assertThat(run("first").exit()).isZero();
    }

    private CommandLineRun run(String out) {
        return CommandLineRun.of("study", table.toString(), "--config", config.toString(), "-o", folder.resolve(out).toString());
    }

    /// Orders that a process draws for itself (of `Map.of`, of sets) must be in no file.
    @Test
    void anotherProcessWritesTheSameBytes() throws Exception {
        Process child = ChildRun.start(
                folder, "-Xmx512m", "study", table.toString(), "--config", config.toString(), "-o",
                folder.resolve("second").toString(), "--jobs", "1");
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(ChildRun.log(folder)).isZero();
        Map<String, Path> first = files("first");
        Map<String, Path> second = files("second");
        assertThat(second.keySet()).isEqualTo(first.keySet()).contains("report.html", "report.pdf", "nomogram.json");
        first.forEach((name, file) -> {
            if (!WITH_TIMES.contains(name)) {
                assertThat(second.get(name)).hasSameBinaryContentAs(file);
            }
        });
    }

    @Test
    void aFinishedStudySaysSoAndTouchesNothing() throws IOException {
        Map<String, Object> before = times();
        CommandLineRun again = run("first");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("report.html");
        assertThat(again.err()).contains("finished already");
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void aTableThatChangedIsComputedAgain() throws IOException {
        String text = Files.readString(table);
        Files.writeString(table, text.replaceFirst("case-3,1,(\\d+),([FM]),[-.0-9]+", "case-3,1,$1,$2,9.5"));
        Map<String, Object> before = times();
        assertThat(run("first").err()).doesNotContain("finished already");
        assertThat(times()).isNotEqualTo(before);
    }

    private Map<String, Object> times() throws IOException {
        Map<String, Object> times = new TreeMap<>();
        for (Map.Entry<String, Path> file : files("first").entrySet()) {
            times.put(file.getKey(), Files.getLastModifiedTime(file.getValue()));
        }
        return times;
    }

    private Map<String, Path> files(String out) throws IOException {
        Path root = folder.resolve(out);
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(root.relativize(file).toString(), file));
        }
        return files;
    }
}
