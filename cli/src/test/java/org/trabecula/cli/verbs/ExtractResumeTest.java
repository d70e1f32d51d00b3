package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.core.StageStore;

/// `extract` of a manifest goes on where it was killed, by what is in the files and settings and not by row numbers.
class ExtractResumeTest {
    private static final int CASES = 12;

    @TempDir
    Path folder;

    private ExtractCases cases;

    @BeforeEach
    void makeInput() throws IOException {
        cases = new ExtractCases(folder);
        cases.mask("mask.nii.gz", ExtractCases.GRID, 1);
        List<String> lines = new ArrayList<>(List.of("case_id,image,mask"));
        for (int n = 0; n < CASES; n++) {
            cases.image("ct" + n + ".nii.gz", n);
            lines.add("c" + n + ",ct" + n + ".nii.gz,mask.nii.gz");
        }
        cases.lines("cases.csv", lines.toArray(String[]::new));
    }

    @Test
    void aKilledRunFinishesWhatIsLeftAndOnlyThat() throws IOException, InterruptedException {
        int finished = killAfter(3);
        assertThat(folder.resolve("t.csv")).doesNotExist();

        CommandLineRun resumed = cases.extract("@cases.csv --preset paper1648 -o @t.csv --jobs 1");

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(resumed.err())
                .contains("note: " + finished + " of 12 cases are finished already")
                .contains("features  " + (CASES - finished) + "/" + (CASES - finished) + "  in ");
        assertThat(cases.extract("@cases.csv --preset paper1648 -o @fresh.csv --jobs 2").exit()).isZero();
        assertThat(folder.resolve("t.csv")).hasSameBinaryContentAs(folder.resolve("fresh.csv"));
    }

    /// Starts the run in a process of its own and kills it, without a chance to tidy up.
    ///
    /// @return how many cases it had finished
    private int killAfter(int cases) throws IOException, InterruptedException {
        Process run = ChildRun.start(folder, "-Xmx512m", "extract", folder.resolve("cases.csv").toString(), "--preset",
                "paper1648", "-o", folder.resolve("t.csv").toString(), "--jobs", "1");
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (run.isAlive() && System.nanoTime() < deadline && kept() < cases) {
            run.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertThat(run.isAlive()).as(ChildRun.log(folder)).isTrue();
        run.destroyForcibly();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return kept();
    }

    private int kept() throws IOException {
        Path rows = folder.resolve(".t.csv.cases/features");
        if (!Files.isDirectory(rows)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(rows)) {
            return (int) files.filter(file -> file.toString().endsWith(".csv")).count();
        }
    }

    @Test
    void whatChangedIsComputedAgain() throws IOException {
        oneCaseFails(); // so that finished ones are kept
        assertThat(cases.extract("@cases.csv -o @t.csv").exit()).isEqualTo(4);
        assertThat(again("").err()).contains("12 of 13 cases are finished already");

        cases.image("ct3.nii.gz", 77);
        assertThat(again("").err()).contains("11 of 13 cases are finished already");

        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("cases.csv")));
        lines.add(1, "new,ct3.nii.gz,mask.nii.gz"); // every row moves, and the same content comes under another name
        lines.remove(5);
        cases.lines("cases.csv", lines.toArray(String[]::new));
        assertThat(again("").err()).contains("12 of 13 cases are finished already");

        cases.mask("mask.nii.gz", ExtractCases.GRID, 1, 1);
        assertThat(again("").err()).doesNotContain("finished already");

        cases.lines("width.yaml", "setting:", "  binWidth: 10");
        assertThat(again("--params @width.yaml").err()).doesNotContain("finished already");
        assertThat(again("--params @width.yaml").err()).contains("12 of 13 cases are finished already");
    }

    private CommandLineRun again(String settings) {
        CommandLineRun run = cases.extract("@cases.csv -o @t.csv --force " + settings);
        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        return run;
    }

    /// A row whose mask is empty.
    private void oneCaseFails() throws IOException {
        cases.points("empty.nii.gz");
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("cases.csv")));
        lines.add("bad,ct0.nii.gz,empty.nii.gz");
        cases.lines("cases.csv", lines.toArray(String[]::new));
    }

    @Test
    void nothingHiddenStaysWhenEveryCaseIsDone() throws IOException {
        oneCaseFails();
        assertThat(cases.extract("@cases.csv -o @t.csv").exit()).isEqualTo(4);
        assertThat(folder.resolve(".t.csv.cases")).isDirectory();

        cases.mask("empty.nii.gz", ExtractCases.GRID, 1);
        CommandLineRun run = cases.extract("@cases.csv -o @t.csv --force");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("13 of 13 cases are finished already"); // the mended mask is one that was measured
        assertThat(files()).noneMatch(file -> file.getFileName().toString().startsWith("."));
    }

    @Test
    void twoRunsWithOneOutputAreRefused() throws IOException {
        try (StageStore other = StageStore.open(folder.resolve(".t.csv.cases"), "t.csv")) {
            CommandLineRun run = cases.extract("@cases.csv -o @t.csv");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err()).contains("STG-001", "t.csv");
        }
        assertThat(cases.extract("@cases.csv -o @t.csv").exit()).isZero();
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndWritesNothing() throws IOException {
        cases.lines("some.csv", "case_id,image,mask", "a,ct0.nii.gz,mask.nii.gz", "b,ct1.nii.gz,mask.nii.gz",
                "bad,ct1.nii.gz,empty.nii.gz");
        cases.points("empty.nii.gz");
        assertThat(cases.extract("@some.csv -o @t.csv").exit()).isEqualTo(4);
        Files.delete(folder.resolve("t.csv"));
        Files.delete(folder.resolve("failures.csv"));
        List<Path> before = files();

        CommandLineRun run = cases.extract("@cases.csv -o @t.csv --dry-run --save-intermediate @images");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("12 cases").containsPattern("about \\d+ MiB for the largest case");
        assertThat(cases.extract("@cases.csv -o @t.csv --dry-run").out()).contains("2 of them finished already");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aTableThatIsThereIsKeptUnlessForced() throws IOException {
        cases.lines("t.csv", "precious");
        CommandLineRun run = cases.extract("@cases.csv -o @t.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("CLI-002", "--force");
        assertThat(folder.resolve("t.csv")).hasContent("precious\n");
    }
}
