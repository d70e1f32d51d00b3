package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;

/// `study --measured`: features that were measured before, of a manifest's cases.
class StudyMeasuredTest {
    private static final int CASES = 24;

    @TempDir
    Path folder;

    @BeforeEach
    void measureInParts() throws IOException {
        ExtractCases cases = new ExtractCases(folder);
        cases.mask("mask.nii.gz", ExtractCases.GRID, 1);
        List<String> lines = new ArrayList<>(List.of("case_id,image,mask,outcome,age,weight"));
        for (int n = 0; n < CASES; n++) {
            cases.image("ct" + n + ".nii.gz", n);
            lines.add("c" + n + ",ct" + n + ".nii.gz,mask.nii.gz," + n % 2 + "," + (50 + n) + "," + 60.5 * n);
        }
        lines.add("gone,nowhere.nii.gz,mask.nii.gz,1,70,80");
        Files.write(folder.resolve("cases.csv"), lines);
        cases.lines("settings.yaml", "imageType: {Original: {}}", "featureClass: {firstorder: [Mean, Entropy], glcm: [Contrast]}");
        cases.lines("quick.yaml", "classifiers: [svm]", "crossfit: 2", "lasso: {folds: 3}", "grid_folds: 2");
        // the parts of a job lie in `rows`, beside what failed
        Files.createDirectories(folder.resolve("job/rows"));
        for (int shard = 1; shard <= 3; shard++) {
            run("extract @cases.csv --params @settings.yaml --shard " + shard + "/3 -o @job/rows/part-0000" + shard + ".parquet");
        }
        Files.writeString(folder.resolve("job/_SUCCESS"), "");
        run("extract --merge @job/rows/part-00001.parquet @job/rows/part-00002.parquet @job/rows/part-00003.parquet -o @merged.parquet");
    }

    private CommandLineRun run(String line) {
        return CommandLineRun.typed(line, folder);
    }

    private CommandLineRun study(String measured, String out) {
        return run("study @cases.csv --measured @" + measured + " --config @quick.yaml -o @" + out);
    }

    /// Every file but those that hold the command as typed, to the last byte.
    @Test
    void aJobsFolderGivesTheStudyOfTheMergedTable() throws IOException {
        CommandLineRun ofJob = study("job", "run-job");
        CommandLineRun ofMerged = study("merged.parquet", "run-merged");

        assertThat(ofJob.exit()).as(ofJob.err()).isZero();
        assertThat(ofMerged.exit()).as(ofMerged.err()).isZero();
        assertThat(ofJob.err()).containsOnlyOnce("1 case without features").contains("gone");
        Map<String, Path> job = SmallStudy.files(folder.resolve("run-job"));
        Map<String, Path> merged = SmallStudy.files(folder.resolve("run-merged"));
        List<String> tables = job.keySet().stream().filter(name -> name.matches(".*\\.(csv|csv\\.gz)")).toList();
        assertThat(tables).isNotEmpty().isEqualTo(merged.keySet().stream().filter(name -> name.matches(".*\\.(csv|csv\\.gz)")).toList());
        for (String name : tables) {
            assertThat(job.get(name)).as(name).hasSameBinaryContentAs(merged.get(name));
        }
    }

    /// Columns of numbers of the manifest are not measured features.
    @Test
    void theManifestsOwnNumbersAreNoFeatures() {
        CommandLineRun run = study("job", "run-job");
        assertThat(run.err()).contains("3 numeric columns are features").doesNotContain("weight,");
    }

    @Test
    void aPartThatIsMissingIsRefused() throws IOException {
        Files.delete(folder.resolve("job/rows/part-00002.parquet"));
        CommandLineRun run = study("job", "run-job");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("PRT-003");
    }

    @Test
    void aFolderWithoutPartsIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("run-empty"));
        CommandLineRun run = study("run-empty", "run-job");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("STU-010");
    }
}
