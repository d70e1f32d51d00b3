package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;

/// One study asked for several times: in another process, and in the same folder.
class StudyAgainTest {
    /// They hold times, or the hash of a file that does.
    private static final List<String> WITH_TIMES = List.of("run.json", ".stages/finished.json", ".stages/lock");

    @TempDir
    Path folder;

    private SmallStudy study = new SmallStudy(Path.of(""));

    @BeforeEach
    void study() throws IOException {
        study = SmallStudy.in(folder);
        assertThat(run("first").exit()).isZero();
    }

    private CommandLineRun run(String out) {
        return study.run(out);
    }

    /// Orders that a process draws for itself (of `Map.of`, of sets) must be in no file.
    @Test
    void anotherProcessWritesTheSameBytes() throws Exception {
        Process child = ChildRun.start(
                folder, "-Xmx512m", "study", study.table().toString(), "--config", study.config().toString(), "-o",
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
        String text = Files.readString(study.table());
        Files.writeString(study.table(), text.replaceFirst("case-3,1,(\\d+),([FM]),[-.0-9]+", "case-3,1,$1,$2,9.5"));
        Map<String, Object> before = times();
        assertThat(run("first").err()).doesNotContain("finished already");
        assertThat(times()).isNotEqualTo(before);
    }

    private Map<String, Object> times() throws IOException {
        return SmallStudy.times(folder.resolve("first"));
    }

    private Map<String, Path> files(String out) throws IOException {
        return SmallStudy.files(folder.resolve(out));
    }
}
