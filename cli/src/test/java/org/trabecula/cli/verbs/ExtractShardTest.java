package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.image.Grid;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.table.FeatureTableFile;

/// `extract --shard` and `extract --merge`: parts give the bytes of one run, or are refused.
class ExtractShardTest {
    private static final int SHARDS = 3;
    /// LoG comes first, and a thin image has none: its case has other columns than the rest, in another order.
    private static final String SETTINGS = " --params @settings.yaml";

    @TempDir
    Path folder;

    private ExtractCases cases;

    @BeforeEach
    void makeInput() throws IOException {
        cases = new ExtractCases(folder);
        cases.mask("mask.nii.gz", ExtractCases.GRID, 1);
        cases.mask("two.nii.gz", ExtractCases.GRID, 19, 20);
        cases.points("empty.nii.gz");
        for (int n = 0; n < 6; n++) {
            cases.image("ct" + n + ".nii.gz", n);
        }
        Grid thin = Grid.axisAligned(new Size(20, 18, 5), ExtractCases.SPACING);
        cases.written(Volume.ofShorts(thin, noise(thin)), "thin.nii.gz");
        cases.written(Volume.ofShorts(thin, block(thin)), "thin-mask.nii.gz");
        cases.lines("settings.yaml", "imageType: {LoG: {sigma: [5]}, Original: {}}",
                "featureClass: {firstorder: [Mean, Entropy], glcm: [Contrast]}");
        cases.lines("cases.csv",
                "case_id,image,mask,label,exclude",
                "thin,thin.nii.gz,thin-mask.nii.gz,,",
                "a19,ct0.nii.gz,two.nii.gz,19,",
                "a20,ct0.nii.gz,two.nii.gz,20,",
                "gone,nowhere.nii.gz,mask.nii.gz,,",
                "out,ct1.nii.gz,mask.nii.gz,,moved",
                "b,ct1.nii.gz,mask.nii.gz,,",
                "bad,ct2.nii.gz,empty.nii.gz,,",
                "c,ct3.nii.gz,mask.nii.gz,,",
                "worse,ct4.nii.gz,empty.nii.gz,,",
                "a21,ct0.nii.gz,two.nii.gz,21,",
                "d,ct5.nii.gz,mask.nii.gz,,");
    }

    private static short[] noise(Grid grid) {
        short[] voxels = new short[(int) grid.size().voxels()];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) (n * 31 % 257);
        }
        return voxels;
    }

    private static short[] block(Grid grid) {
        short[] voxels = new short[(int) grid.size().voxels()];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) (n % 20 > 4 && n % 20 < 12 && n / 20 % 18 > 3 && n / 20 % 18 < 11 ? 1 : 0);
        }
        return voxels;
    }

    private void extractAll(String settings) {
        for (int number = 1; number <= SHARDS; number++) {
            shard(number, settings);
        }
    }

    private CommandLineRun shard(int number, String settings) {
        CommandLineRun run =
                cases.extract("@cases.csv --shard " + number + "/" + SHARDS + " -o @parts/" + number + ".parquet --jobs 2" + settings);
        assertThat(run.exit()).as(run.err()).isIn(0, 4);
        return run;
    }

    private CommandLineRun merge(String parts, String output) {
        return cases.extract("--merge " + parts + " -o " + output);
    }

    @Test
    void partsInAnyOrderGiveTheBytesOfOneRun() throws IOException {
        extractAll(SETTINGS);
        for (String ending : List.of(".csv", ".csv.gz", ".tsv", ".parquet")) {
            String name = "t" + ending;
            CommandLineRun one = cases.extract("@cases.csv -o @whole/" + name + " --force" + SETTINGS);
            assertThat(one.exit()).as(one.err()).isEqualTo(4);

            CommandLineRun merged = merge("@parts/3.parquet @parts/1.parquet @parts/2.parquet", "@merged/" + name);

            assertThat(merged.exit()).as(merged.err()).isEqualTo(4);
            assertThat(folder.resolve("merged/" + name)).hasSameBinaryContentAs(folder.resolve("whole/" + name));
            assertThat(folder.resolve("merged/failures.csv")).hasSameBinaryContentAs(folder.resolve("whole/failures.csv"));
            assertThat(merged.out().replace("merged", "whole")).isEqualTo(one.out());
        }
        assertThat(Files.readAllLines(folder.resolve("merged/failures.csv")).stream().map(line -> line.split(",")[0]).distinct())
                .containsExactly("case_id", "gone", "bad", "worse", "a21", "thin"); // without files, failed, without a value
        assertThat(Files.readAllLines(folder.resolve("whole/t.csv")).getFirst())
                .contains("original_glcm_Contrast,log-sigma-5-mm-3D_firstorder"); // the thin case comes first, and has no LoG
    }

    @Test
    void rowsOfSeveralLabelsKeepTheirOrder() throws IOException {
        cases.lines("cases.csv", "case_id,image,mask", "x,ct0.nii.gz,two.nii.gz", "y,ct1.nii.gz,two.nii.gz", "z,ct2.nii.gz,two.nii.gz");
        assertThat(cases.extract("@cases.csv --label all -o @whole/t.csv").exit()).isZero();
        extractAll(" --label all");
        assertThat(merge("@parts/2.parquet @parts/3.parquet @parts/1.parquet", "@t.csv").exit()).isZero();
        assertThat(folder.resolve("t.csv")).hasSameBinaryContentAs(folder.resolve("whole/t.csv"));
        assertThat(FeatureTableFile.read(folder.resolve("t.csv")).caseIds()).startsWith("x:19").hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void moreShardsThanScansLeaveSomeEmpty() throws IOException {
        cases.lines("cases.csv", "case_id,image,mask", "x,ct0.nii.gz,mask.nii.gz", "y,ct1.nii.gz,mask.nii.gz");
        extractAll("");
        assertThat(merge("@parts/1.parquet @parts/2.parquet @parts/3.parquet", "@t.csv").exit()).isZero();
        assertThat(merge("@parts/1.parquet @parts/2.parquet", "@without-the-empty-one.csv").exit()).isZero();
        assertThat(cases.extract("@cases.csv -o @whole/t.csv").exit()).isZero();
        assertThat(folder.resolve("t.csv")).hasSameBinaryContentAs(folder.resolve("whole/t.csv"));
    }

    /// A machine that sees none of a shard's files still tells so in its part.
    @Test
    void aShardWhoseCasesAllFailIsAPartToo() throws IOException {
        cases.lines("cases.csv", "case_id,image,mask", "x,ct0.nii.gz,mask.nii.gz", "y,nowhere.nii.gz,mask.nii.gz");
        assertThat(cases.extract("@cases.csv --shard 1/2 -o @1.parquet").exit()).isZero();
        assertThat(cases.extract("@cases.csv --shard 2/2 -o @2.parquet").exit()).isEqualTo(4);
        CommandLineRun merged = merge("@1.parquet @2.parquet", "@t.csv");
        assertThat(merged.exit()).isEqualTo(4);
        assertThat(merged.err()).contains("COH-004", "1 of 2 cases failed");
    }

    @Test
    void partsThatAreNotTheWholeAreRefused() throws IOException {
        extractAll(SETTINGS);
        cases.extract("@cases.csv --shard 1/2 -o @half.parquet" + SETTINGS);
        cases.extract("@cases.csv --shard 3/3 -o @width.parquet --preset original");
        cases.extract("@cases.csv -o @tables/table.parquet" + SETTINGS);
        List<String> fewer = new ArrayList<>(Files.readAllLines(folder.resolve("cases.csv")));
        fewer.removeLast();
        cases.lines("fewer.csv", fewer.toArray(String[]::new));
        cases.extract("@fewer.csv --shard 3/3 -o @other.parquet" + SETTINGS);

        refused("@parts/1.parquet @parts/3.parquet", "PRT-003", "not there: 2/3");
        refused("@parts/1.parquet @parts/2.parquet @parts/3.parquet @parts/2.parquet", "PRT-004", "parts 2/3 and 2/3");
        refused("@parts/1.parquet @parts/2.parquet @parts/3.parquet @half.parquet", "PRT-004", "parts 1/2 and");
        refused("@parts/1.parquet @parts/2.parquet @width.parquet", "PRT-002", "settings that part at");
        refused("@parts/1.parquet @parts/2.parquet @other.parquet", "PRT-002", "manifests of SHA-256");
        refused("@parts/1.parquet @parts/2.parquet @tables/table.parquet", "PRT-001", "that it is a part");
        refused("@parts/1.parquet @parts/2.parquet @mask.nii.gz", "TAB-001", "mask.nii.gz");
    }

    private void refused(String parts, String code, String found) {
        CommandLineRun run = merge(parts, "@merged/t.csv");
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains(code, found);
        assertThat(folder.resolve("merged/t.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "@cases.csv --shard 0/4 -o @p.parquet", "@cases.csv --shard 5/4 -o @p.parquet", "@cases.csv --shard 4 -o @p.parquet",
        "@cases.csv --shard 1/2 -o @p.csv", "@cases.csv --shard 1/2", "@ct0.nii.gz @mask.nii.gz --shard 1/2 -o @p.parquet",
        "--merge @p.parquet --shard 1/2 -o @t.csv", "--merge -o @t.csv", "@ct0.nii.gz @mask.nii.gz @mask.nii.gz -o @t.csv"
    })
    void whatMakesNoSenseIsWrongUsage(String words) {
        CommandLineRun run = cases.extract(words);
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(folder.resolve("p.parquet")).doesNotExist();
    }

    @Test
    void aMergeNeverWritesOverAPart() {
        extractAll(SETTINGS);
        CommandLineRun run = merge("@parts/1.parquet @parts/2.parquet @parts/3.parquet", "@parts/2.parquet --force");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("CLI-003");
    }

    /// Each shard is killed after its second case, without a chance to tidy up, and goes on.
    @Test
    void killedShardsGoOnAndGiveTheSameBytes() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("case_id,image,mask"));
        IntStream.range(0, 12).forEach(n -> lines.add("c" + n + ",ct" + n + ".nii.gz,mask.nii.gz"));
        for (int n = 6; n < 12; n++) {
            cases.image("ct" + n + ".nii.gz", n);
        }
        cases.lines("cases.csv", lines.toArray(String[]::new));
        for (int number = 1; number <= 2; number++) {
            String part = number + ".parquet";
            kill(part, "--shard", number + "/2");
            assertThat(folder.resolve(part)).doesNotExist();
            CommandLineRun resumed =
                    cases.extract("@cases.csv --preset paper1648 --shard " + number + "/2 --jobs 1 -o @" + part);
            assertThat(resumed.exit()).as(resumed.err()).isZero();
            assertThat(resumed.err()).containsPattern("note: [2-5] of 6 cases are finished already");
        }
        assertThat(merge("@1.parquet @2.parquet", "@t.parquet").exit()).isZero();
        assertThat(cases.extract("@cases.csv --preset paper1648 -o @whole/t.parquet").exit()).isZero();
        assertThat(folder.resolve("t.parquet")).hasSameBinaryContentAs(folder.resolve("whole/t.parquet"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("."));
        }
    }

    private void kill(String part, String... shard) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "extract", folder.resolve("cases.csv").toString(), "--preset", "paper1648", "-o", folder.resolve(part).toString(),
                "--jobs", "1"));
        Collections.addAll(words, shard);
        Process run = ChildRun.start(folder, "-Xmx512m", words.toArray(String[]::new));
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Path rows = folder.resolve("." + part + ".cases/features");
        while (run.isAlive() && System.nanoTime() < deadline && kept(rows) < 2) {
            run.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertThat(run.isAlive()).as(ChildRun.log(folder)).isTrue();
        run.destroyForcibly();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static int kept(Path rows) throws IOException {
        if (!Files.isDirectory(rows)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(rows)) {
            return (int) files.filter(file -> file.toString().endsWith(".csv")).count();
        }
    }
}
