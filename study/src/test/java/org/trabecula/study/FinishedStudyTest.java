package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.Progress;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// A study that came to its end has nothing to do when it is asked for again, and everything to do when anything changed.
class FinishedStudyTest {
    private static final StudySettings QUICK = StudyYaml.parse("classifiers: [svm]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 2\n", "test");

    @TempDir
    Path folder;

    private final StudyData data = TableCohort.of(40, 8, 2, 1).data();

    private Study study(StudySettings settings) {
        return new Study(settings, folder, folder.resolve("run"), true, 2, Progress.NONE, "test", List.of("study", "x.csv"));
    }

    @BeforeEach
    void run() throws IOException {
        assertThat(study(QUICK).finished(data)).as("before it ran").isEmpty();
        study(QUICK).run(data);
    }

    @Test
    void theSameStudyIsFinishedAndNothingIsTouched() throws IOException {
        Map<String, Long> before = times();
        assertThat(study(QUICK).finished(data)).isPresent();
        assertThat(study(QUICK).finished(TableCohort.of(40, 8, 2, 1).data())).as("read anew").isPresent();
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void otherSettingsOrOtherValuesAreNot() throws IOException {
        assertThat(study(QUICK.withSeed(2)).finished(data)).isEmpty();
        TableCohort cohort = TableCohort.of(40, 8, 2, 1);
        double[] changed = cohort.columns()[0].clone();
        changed[3] = Math.nextUp(changed[3]);
        assertThat(study(QUICK).finished(cohort.withFeature(0, changed).data())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "report.html", "model.trabecula", "signatures/hcr.json", ".stages/finished.json"})
    void aResultThatIsMissingOrChangedIsMadeAgain(String name) throws IOException {
        Path result = folder.resolve("run").resolve(name);
        byte[] bytes = Files.readAllBytes(result);
        Files.delete(result);
        assertThat(study(QUICK).finished(data)).as("missing").isEmpty();
        Files.write(result, new byte[] {'x'});
        assertThat(study(QUICK).finished(data)).as("changed").isEmpty();
        Files.write(result, bytes);
        assertThat(study(QUICK).finished(data)).as("as it was").isPresent();
    }

    @Test
    void aNoteLaidBesideTheResultsChangesNothing() throws IOException {
        Files.writeString(folder.resolve("run/my-notes.txt"), "for the meeting");
        assertThat(study(QUICK).finished(data)).isPresent();
    }

    /// The folder may lie elsewhere tomorrow.
    @Test
    void aFolderThatWasMovedIsStillFinished() throws IOException {
        Path moved = folder.resolve("elsewhere");
        Files.move(folder.resolve("run"), moved);
        assertThat(new Study(QUICK, folder, moved, false, 1, Progress.NONE, "test", List.of()).finished(data)).isPresent();
    }

    /// Folds that were finished before an interruption are found, and the results are the same.
    @Test
    void aStudyThatLostItsResultsGoesOnFromItsFolds() throws IOException {
        Path run = folder.resolve("run");
        String scores = Files.readString(run.resolve("scores.csv"));
        Map<String, Long> folds = times(run.resolve(".stages/fold"));
        assertThat(folds).as("outer folds, and those within them").hasSizeGreaterThan(QUICK.crossfit());
        Files.delete(run.resolve("scores.csv"));
        study(QUICK).run(data);
        assertThat(Files.readString(run.resolve("scores.csv"))).isEqualTo(scores);
        assertThat(times(run.resolve(".stages/fold"))).as("not written again").isEqualTo(folds);
    }

    @Test
    void foldsOfOtherValuesAreComputedAnew() throws IOException {
        Path run = folder.resolve("run");
        Map<String, Long> before = times(run.resolve(".stages/fold"));
        study(QUICK).run(TableCohort.of(40, 8, 1.5, 2).data());
        assertThat(times(run.resolve(".stages/fold")).keySet())
                .hasSize(before.size())
                .doesNotContainAnyElementsOf(before.keySet());
    }

    @Test
    void theRecordSaysWhatRan() throws IOException {
        String record = Files.readString(folder.resolve("run/run.json"));
        assertThat(record).contains("\"command\" : [ \"study\", \"x.csv\" ]", "\"settings_sha256\"", "\"code\"", "\"inputs\"");
        assertThat(record).doesNotContain(folder.toString());
    }

    private Map<String, Long> times() throws IOException {
        return times(folder.resolve("run"));
    }

    private static Map<String, Long> times(Path root) throws IOException {
        Map<String, Long> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(root.relativize(file).toString(), Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.NANOSECONDS));
            }
        }
        return times;
    }
}
