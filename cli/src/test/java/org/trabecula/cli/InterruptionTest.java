package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C, as a process gets it: exit 130, no stack trace, nothing half written, and the same command goes on.
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
    /// People wait two seconds; the third is for the machine that runs tests beside others.
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @Test
    void phantomStopsAtOnceAndTheSameCommandGoesOn() throws IOException, InterruptedException {
        String[] words = {"phantom", "-o", folder.resolve("c").toString(), "--patients", "60", "--column", "1", "--spacing", "2x2x2",
            "--outlined-again", "0", "--jobs", "2"};
        Process process = start(words);
        waitFor(folder.resolve("c/images/PH-0003.nii.gz"));
        stop(process);
        assertThat(folder.resolve("c/cases.csv")).doesNotExist();
        assertThat(CommandLineRun.of(words).exit()).isZero();
        assertThat(folder.resolve("c/cases.csv")).exists();
    }

    @Test
    void anExtractionOfManyCasesStopsAtOnce() throws IOException, InterruptedException {
        CommandLineRun made = CommandLineRun.typed(
                "phantom -o @c --patients 12 --column 1 --outlined-again 0 --spacing 1x1x1 --quiet", folder);
        assertThat(made.exit()).as(made.err()).isZero();
        Process process = start(
                "extract", folder.resolve("c/cases.csv").toString(), "--preset", "paper1648", "--jobs", "2", "-o",
                folder.resolve("out/table.csv").toString());
        waitFor(folder.resolve("out"));
        stop(process);
        assertThat(folder.resolve("out/table.csv")).doesNotExist();
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private void waitFor(Path file) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as(Files.readString(folder.resolve("child.log"))).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void stop(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        boolean ended = process.waitFor(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        String log = Files.readString(folder.resolve("child.log"));
        assertThat(ended).as("ended within " + AT_MOST + "\n" + log).isTrue();
        assertThat(process.exitValue()).as(log).isEqualTo(130);
        assertThat(log).contains("finished work is kept").doesNotContain("\tat ", "Exception", "error ");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString).filter(name -> name.endsWith(".part"))).isEmpty();
        }
    }
}
