package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// `check` finds what `study` refuses, and `study` refuses it before the first feature.
class CheckVerbTest {
    @TempDir
    static Path folder;

    private static List<String> lines;

    @BeforeAll
    static void cohort() throws IOException {
        CommandLineRun made = CommandLineRun.typed(
                "phantom -o @c --patients 24 --column 1 --outlined-again 0 --spacing 3x3x3 --quiet", folder);
        assertThat(made.exit()).as(made.err()).isZero();
        lines = Files.readAllLines(folder.resolve("c/cases.csv"));
        Grid grid = StandardFormats.ALL.open(folder.resolve("c/images/PH-0001.nii.gz")).grid();
        short[] voxels = new short[grid.size().i() * grid.size().j() * grid.size().k()];
        int middle = voxels.length / 2 + grid.size().i() / 2;
        for (int n = 0; n < 9; n++) {
            voxels[middle + n] = 1;
        }
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), folder.resolve("c/masks/scrap.nii.gz"));
        write("good", lines);
        write("few", lines.subList(0, 8));
        write("one-patient", lines.stream().map(line -> line.replaceFirst("^(PH-[^,]*),[^,]*,", "$1,P1,")).toList());
        write("one-class", lines.stream().map(line -> line.replaceFirst(",[01],", ",1,")).toList());
        write("three-patients", with(List.of(renamed("again", "Q", "1"), renamed("once-more", "R", "0"))));
        write("twice", with(List.of(lines.get(1).replaceFirst("^[^,]*", "again"))));
        write("scrap", with(List.of(lines.get(1).replaceFirst("^[^,]*", "again").replaceFirst(",masks/[^,]*,\\d+,", ",masks/scrap.nii.gz,1,"))));
        write("no-outcomes", lines.stream().map(line -> line.replaceFirst(",[01],", ",,")).toList());
        write("split", lines.stream().map(line -> line + (line.startsWith("case_id") ? ",split" : ",test")).toList());
    }

    private static void write(String name, List<String> rows) throws IOException {
        Files.writeString(folder.resolve("c/" + name + ".csv"), rows.stream().collect(Collectors.joining("\n")));
    }

    private static List<String> with(List<String> more) {
        return java.util.stream.Stream.concat(lines.stream(), more.stream()).toList();
    }

    private static String renamed(String caseId, String patient, String outcome) {
        return lines.get(1).replaceFirst("^[^,]*,[^,]*,", caseId + "," + patient + ",").replaceFirst(",[01],", "," + outcome + ",");
    }

    @Test
    void aGoodCohortHasNoProblems() {
        CommandLineRun run = CommandLineRun.typed("check @c/good.csv", folder);
        assertThat(run.exit()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("24 cases of 24 patients", "0 problems, 0 warnings");
    }

    /// What can be measured and should be looked at: told, counted apart, and no failure.
    @Test
    void aWarningIsNoProblem() throws IOException {
        Path mask = folder.resolve("c/masks/PH-0001.nii.gz");
        Grid grid = StandardFormats.ALL.open(mask).grid();
        short[] voxels = new short[grid.size().i() * grid.size().j() * grid.size().k()];
        java.util.Arrays.fill(voxels, 0, grid.size().i() * grid.size().j() * 3, (short) 1);
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), folder.resolve("c/masks/slab.nii.gz"));
        write("slab", lines.stream()
                .map(line -> line.startsWith("PH-0001") ? line.replaceFirst(",masks/[^,]*,\\d+,", ",masks/slab.nii.gz,1,") : line)
                .toList());
        CommandLineRun run = CommandLineRun.typed("check @c/slab.csv", folder);
        assertThat(run.exit()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("warning CHK-005", "case PH-0001", "the lowest slice", "0 problems, ").doesNotContain("0 warnings");
        assertThat(run.err()).as("said once").doesNotContain("reaches the first slice");
        assertThat(CommandLineRun.typed("check @c/slab.csv --json", folder).out()).contains("\"warnings\" : [", "\"code\" : \"CHK-005\"");
        assertThat(CommandLineRun.typed("check @c/slab.csv -o @checked", folder).exit()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(folder.resolve("checked/checks.csv"))).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("case_id") || line.startsWith("PH-0001"));
        assertThat(folder.resolve("checked/contact-sheet.png")).isNotEmptyFile();
        try (var pictures = Files.list(folder.resolve("checked/pictures"))) {
            assertThat(pictures).singleElement().satisfies(one -> assertThat(one.getFileName().toString()).startsWith("PH-0001"));
        }
        assertThat(CommandLineRun.typed("check @c/slab.csv -o @checked", folder).exit()).as("nothing is replaced").isEqualTo(ExitCode.REFUSED);
        CommandLineRun extract = CommandLineRun.typed("extract @c/images/PH-0001.nii.gz @c/masks/slab.nii.gz -o @slab.csv", folder);
        assertThat(extract.err()).contains("CHK-005, the region reaches the border of the image").doesNotContain("reaches the first slice");
    }

    /// Twenty-four masks of three slices at the image's foot: more warnings than anybody reads one by one.
    @Test
    void manyWarningsAreCountedByKind() throws IOException {
        List<String> slabs = new java.util.ArrayList<>(List.of(lines.getFirst()));
        for (String line : lines.subList(1, lines.size())) {
            String image = line.replaceFirst(".*?(PH-\\d+)\\.nii\\.gz.*", "$1");
            Grid grid = StandardFormats.ALL.open(folder.resolve("c/images/" + image + ".nii.gz")).grid();
            short[] voxels = new short[grid.size().i() * grid.size().j() * grid.size().k()];
            java.util.Arrays.fill(voxels, 0, grid.size().i() * grid.size().j() * 3, (short) 1);
            StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), folder.resolve("c/masks/slab-" + image + ".nii.gz"));
            slabs.add(line.replaceFirst(",masks/[^,]*,\\d+,", ",masks/slab-" + image + ".nii.gz,1,"));
        }
        write("slabs", slabs);
        List<String> said = CommandLineRun.typed("check @c/slabs.csv", folder).out().lines().toList();
        assertThat(said.getFirst()).contains("24 cases", "0 problems");
        assertThat(said).hasSizeLessThan(30).anyMatch(line -> line.startsWith("warning CHK-005  24 × the region reaches the border"));
        assertThat(said).anyMatch(line -> line.contains("24 cases: PH-0001")).last().asString().startsWith("-v lists all");
        List<String> all = CommandLineRun.typed("check @c/slabs.csv -v", folder).out().lines().toList();
        assertThat(all.stream().filter(line -> line.startsWith("warning CHK-005  the region")).count()).isEqualTo(24);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "few, STU-005, 7 usable cases",
        "one-patient, SPL-003, all of patient P1",
        "one-class, SPL-002, cases of both classes",
        "split, SPL-004, no case says train",
        "three-patients, CHK-004, 'under patients'",
        "three-patients, CHK-003, 'outcomes'",
        "twice, CHK-002, each vertebra once"
    })
    void checkFindsWhatStudyRefuses(String manifest, String code, String words) {
        CommandLineRun check = CommandLineRun.typed("check @c/" + manifest + ".csv", folder);
        assertThat(check.exit()).as(check.err()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(check.out()).contains(code, words);
        CommandLineRun study = CommandLineRun.typed("study @c/" + manifest + ".csv -o @run-" + manifest, folder);
        assertThat(study.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(study.err()).contains(code, words).doesNotContain("features");
        assertThat(folder.resolve("run-" + manifest)).doesNotExist();
    }

    @Test
    void aScrapOfAVertebraIsAProblemOfItsCase() {
        CommandLineRun run = CommandLineRun.typed("check @c/scrap.csv", folder);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.out()).contains("CHK-001", "case again", "9 voxels, ");
        assertThat(CommandLineRun.typed("check @c/scrap.csv --json", folder).out()).contains("\"code\" : \"CHK-001\"");
    }

    @Test
    void casesWithoutOutcomesAreCheckedAsNewPatients() {
        CommandLineRun run = CommandLineRun.typed("check @c/no-outcomes.csv", folder);
        assertThat(run.exit()).as(run.out()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("not for a study");
    }
}
