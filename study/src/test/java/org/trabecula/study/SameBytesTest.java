package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cohort.Cohort;
import org.trabecula.core.Progress;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// The same study gives the same files, report and PDF included, whatever the number of threads. Only the times differ, and
/// they stand in `run.json`, whose hash stands in the mark of a finished study.
class SameBytesTest {
    private static final StudySettings QUICK = StudyYaml.parse("classifiers: [svm, knn, cart, random-forest, xgboost]\nlasso: {folds: 4}\ngrid_folds: 3\ncrossfit: 3\n", "test");
    private static final StudySettings WITH_NETWORK = StudyYaml.parse(
            "features: original\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 1, batch: 8}\ncrop: {size: 32}\npca: 3\n"
                    + "classifiers: [svm, knn]\nlasso: {folds: 3}\ngrid_folds: 2\ncrossfit: 3\n",
            "test");
    private static final List<String> WITH_TIMES = List.of("run.json", ".stages/finished.json");

    @TempDir
    Path folder;

    private Path run(int jobs) throws IOException {
        Path run = folder.resolve("jobs-" + jobs);
        new Study(QUICK, folder, run, false, jobs, Progress.NONE, "test", List.of()).run(TableCohort.of(60, 24, 1, 1).data());
        return run;
    }

    @Test
    void oneThreadAndTwoWriteTheSameFiles() throws IOException {
        requireTheSame(run(1), run(2));
    }

    /// The networks of three fits at once, the hand-crafted signatures beside them, against one after the other.
    @Test
    void networksSideBySideWriteTheSameFiles() throws IOException {
        Cohort cohort = ImageCohort.write(Files.createDirectory(folder.resolve("images")), 36).manifest();
        Path one = images(1, cohort);
        requireTheSame(one, images(3, cohort));
        assertThat(files(one).stream().filter(name -> name.startsWith(".stages/fold/"))).as("kept fits").hasSize(6);
    }

    private Path images(int jobs, Cohort cohort) throws IOException {
        Path run = folder.resolve("images-" + jobs);
        new Study(WITH_NETWORK, folder, run, false, jobs, Progress.NONE, "test", List.of()).run(cohort);
        return run;
    }

    private static void requireTheSame(Path one, Path two) throws IOException {
        List<String> names = files(one);
        assertThat(names).contains("scores.csv", "signatures/hcr.json", "model.trabecula", "evaluation.json", "report.html", "report.pdf");
        assertThat(files(two)).isEqualTo(names);
        for (String name : names) {
            if (!WITH_TIMES.contains(name)) {
                assertThat(two.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
            }
        }
    }

    private static List<String> files(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(Files::isRegularFile).map(file -> run.relativize(file).toString()).sorted().toList();
        }
    }
}
