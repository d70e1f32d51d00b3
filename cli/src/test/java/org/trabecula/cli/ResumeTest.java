package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A study that was killed goes on where it stopped and ends with the bytes of one that was not.
@Tag("slow")
class ResumeTest {
    private static final List<String> RESULTS = List.of(
            "scores.csv", "split.csv", "features/hcr.csv.gz", "signatures/hcr.json", "signatures/fusion.json", "evaluation.json",
            "model.trabecula");

    @TempDir
    Path folder;

    @Test
    void aKilledStudyGoesOnAndEndsWithTheSameBytes() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("quick.yaml"),
                "classifiers: [svm]\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 1}\npca: 5\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        assertThat(CommandLineRun.typed("phantom -o @c --patients 24 --column 1 --outlined-again 6 --spacing 2x2x2", folder)
                        .exit())
                .isZero();
        assertThat(study("whole").exit()).isZero();

        killWhen(10, ".stages/features"); // in the midst of the extraction
        assertThat(folder.resolve("killed/scores.csv")).doesNotExist();
        killWhen(1, ".stages/network"); // in the midst of the fine-tuning
        CommandLineRun resumed = study("killed");

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        for (String name : RESULTS) {
            assertThat(folder.resolve("killed").resolve(name)).hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
        assertThat(leftOvers()).as("files half written").isEmpty();
    }

    private CommandLineRun study(String run) {
        return CommandLineRun.typed("study @c/cases.csv --config @quick.yaml -o @" + run, folder);
    }

    /// Starts the study in a process of its own and kills it, without a chance to tidy up, once `part` holds so many entries.
    private void killWhen(int entries, String part) throws IOException, InterruptedException {
        Process study = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                        "-cp", System.getProperty("java.class.path"), Main.class.getName(), "study",
                        folder.resolve("c/cases.csv").toString(), "--config", folder.resolve("quick.yaml").toString(), "-o",
                        folder.resolve("killed").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (study.isAlive() && System.nanoTime() < deadline && entries(folder.resolve("killed").resolve(part)) < entries) {
            study.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(study.isAlive()).as(Files.readString(folder.resolve("killed.log"))).isTrue();
        study.destroyForcibly();
        assertThat(study.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static long entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private List<Path> leftOvers() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("killed"))) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
