package org.trabecula.cli.verbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trabecula.cli.CommandLineRun;

/// A study of a small table, as a user starts it, and what lies in its folder.
///
/// @param folder with `table.csv` and `quick.yaml`
record SmallStudy(Path folder) {
    private static final int CASES = 60;
    private static final String QUICK = "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n";

    static SmallStudy in(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("ID,outcome,age,sex,signal,noise_a,noise_b\n");
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < CASES; row++) {
            int outcome = row % 2;
            text.append(String.format(
                    Locale.ROOT, "case-%d,%d,%d,%s,%.6f,%.6f,%.6f%n", row, outcome, 50 + random.nextInt(40),
                    random.nextBoolean() ? "F" : "M", random.nextGaussian() + outcome, random.nextGaussian(), random.nextGaussian()));
        }
        Files.writeString(folder.resolve("table.csv"), text);
        Files.writeString(folder.resolve("quick.yaml"), QUICK);
        return new SmallStudy(folder);
    }

    Path table() {
        return folder.resolve("table.csv");
    }

    Path config() {
        return folder.resolve("quick.yaml");
    }

    CommandLineRun run(String out) {
        return CommandLineRun.of(
                "study", table().toString(), "--config", config().toString(), "-o", folder.resolve(out).toString());
    }

    /// Every file below a folder, by its name there.
    static Map<String, Path> files(Path root) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(root.relativize(file).toString(), file));
        }
        return files;
    }

    static Map<String, Object> times(Path root) throws IOException {
        Map<String, Object> times = new TreeMap<>();
        for (Map.Entry<String, Path> file : files(root).entrySet()) {
            times.put(file.getKey(), Files.getLastModifiedTime(file.getValue()));
        }
        return times;
    }

    /// Puts what is in a folder into another.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> outerFirst = all.toList();
            for (Path file : outerFirst) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
