package org.trabecula.cli;

import org.trabecula.cli.frame.ExitCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Wrong input, as typed: which exit code, which message, and never a stack trace.
class RefusalsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void makeWrongInput() throws IOException {
        CommandLineRun made = CommandLineRun.typed(
                "phantom -o @c --patients 24 --column 1 --outlined-again 0 --spacing 2x2x2 --quiet", folder);
        assertThat(made.exit()).as(made.err()).isZero();
        Grid grid = StandardFormats.ALL.open(folder.resolve("c/images/PH-0001.nii.gz")).grid();
        short[] voxels = new short[grid.size().i() * grid.size().j() * grid.size().k()];
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels.clone()), folder.resolve("c/masks/empty.nii.gz"));
        voxels[voxels.length / 2] = 1;
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels.clone()), folder.resolve("c/masks/one-voxel.nii.gz"));
        voxels[0] = 2;
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), folder.resolve("c/masks/two-labels.nii.gz"));
        write("text.nii.gz", "hello");
        write("nothing.nii", "");
        write("nothing.csv", "");
        Files.createDirectory(folder.resolve("folder"));

        String cases = Files.readString(folder.resolve("c/cases.csv"));
        write("c/duplicate.csv", cases + cases.lines().toList().getLast() + "\n");
        write("c/no-id.csv", cases.replaceFirst("case_id", "name"));
        write("c/no-file.csv", cases.replaceFirst("images/PH-0001.nii.gz", "images/PH-0000.nii.gz"));
        write("c/no-outcome.csv", cases.replaceAll("(?m)^(PH-[^,]*,[^,]*,[^,]*,[^,]*,[^,]*),[01],", "$1,,"));
        write("c/odd.csv", cases.replaceFirst(",[FM],", ",2,").replaceFirst("(?m)^(PH-0002.*),[01],\\d+,", "$1,maybe,200,"));
        write("c/few.csv", cases.lines().limit(8).collect(Collectors.joining("\n")));
        write("features.csv", features());
        write("key.yaml", "seed: 1\nlasso:\n  fold: 5\n");
        write("value.yaml", "crossfit: 1\n");
        write("torn.yaml", "seed: [1\n");
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String features() {
        return "ID,Target,f\n" + IntStream.range(0, 30)
                .mapToObj(row -> "r" + row + "," + row % 2 + "," + row * 7 % 11)
                .collect(Collectors.joining("\n"));
    }

    /// Fragments that the message must hold are separated by `&`.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # images and masks
            crop @text.nii.gz @c/masks/PH-0001.nii.gz -o @x             | 3 | IMG-001 & 5 bytes
            crop @nothing.nii @c/masks/PH-0001.nii.gz -o @x             | 3 | IMG-001 & an empty file
            crop @folder @c/masks/PH-0001.nii.gz -o @x                  | 3 | DCM-007 & 0 DICOM files
            crop @c/images/PH-0001.nii.gz @c/masks/PH-0001.nii.gz --label 99 -o @x   | 3 | MSK-002 & no label 99; there are
            crop @c/images/PH-0001.nii.gz @c/masks/two-labels.nii.gz -o @x           | 3 | MSK-003 & labels 1, 2
            crop @c/images/PH-0001.nii.gz @c/masks/empty.nii.gz -o @x   | 3 | MSK-001
            crop @c/images/PH-0001.nii.gz @c/masks/PH-0002.nii.gz -o @x | 3 | GEO-001 & mm
            crop @c/images/PH-0001.nii.gz @c/images/PH-0001.nii.gz -o @x             | 3 | CAS-001
            crop @c/images/PH-0001.nii.gz @none.nii.gz -o @x            | 2 | there is no file
            convert @none.nii.gz -o @x.nii                              | 3 | IMG-003 & none.nii.gz
            convert @c/images/PH-0001.nii.gz -o @x.png                  | 3 | IMG-005
            convert @c/images/PH-0001.nii.gz -o @text.nii.gz            | 3 | CLI-002 & --force
            extract @text.nii.gz @c/masks/PH-0001.nii.gz -o @x.csv      | 3 | IMG-001 & 5 bytes
            extract @c/images/PH-0001.nii.gz @c/masks/PH-0001.nii.gz --label 99 -o @x.csv | 3 | MSK-002 & no label 99; there are
            extract @c/images/PH-0001.nii.gz @c/masks/empty.nii.gz -o @x.csv         | 3 | MSK-001
            extract @c/images/PH-0001.nii.gz @c/masks/one-voxel.nii.gz -o @x.csv     | 3 | RAD-004
            extract @c/images/PH-0001.nii.gz @c/masks/PH-0002.nii.gz -o @x.csv       | 3 | GEO-001 & mm apart
            extract @none.nii.gz @c/masks/PH-0001.nii.gz -o @x.csv      | 3 | none.nii.gz
            extract @c/images/PH-0001.nii.gz @c/masks/one-voxel.nii.gz --preset origina -o @x.csv | 3 | PAR-005 & did you mean 'original'?
            extract @c/duplicate.csv -o @x.csv                          | 3 | COH-003
            extract @c/few.csv -o @text.nii.gz/x.csv --preset original  | 3 | CLI-001 & text.nii.gz
            # tables and manifests
            study @none.csv -o @run                                     | 3 | TAB-001 & no such file
            study @folder -o @run                                       | 3 | TAB-001
            study @nothing.csv -o @run                                  | 3 | TAB-002 & an empty file
            study @c/no-id.csv -o @run                                  | 3 | TAB-005 & case_id
            study @c/duplicate.csv -o @run                              | 3 | COH-003 & as in line
            study @c/no-file.csv -o @run                                | 3 | COH-004 & line 2, column image
            study @c/odd.csv -o @run                                    | 3 | COH-005 & 'maybe' & COH-006 & COH-007
            study @c/no-outcome.csv -o @run                             | 3 | STU-004
            study @features.csv --outcome f -o @run                     | 3 | COH-005 & column f & 11 values
            study @c/few.csv -o @run-few                                | 3 | STU-005 & of 7
            study @features.csv --outcome target -o @run                | 3 | TAB-005 & 'Target'
            study @features.csv --outcome ID -o @run                    | 3 | COH-005
            # settings
            study @features.csv --outcome Target --config @key.yaml -o @run          | 3 | STU-001 & line 3 & did you mean 'lasso.folds'?
            study @features.csv --outcome Target --config @value.yaml -o @run        | 3 | STU-002 & line 1
            study @features.csv --outcome Target --config @torn.yaml -o @run         | 3 | STU-003
            study @features.csv --outcome Target --config @none.yaml -o @run         | 3 | STU-003 & none.yaml
            study @features.csv --preset papre -o @run                  | 3 | STU-002 & did you mean 'paper'?
            # folders
            study @features.csv --outcome Target -o @text.nii.gz/run    | 3 | CLI-001 & text.nii.gz
            phantom -o @text.nii.gz/c --patients 2                      | 3 | CLI-001 & text.nii.gz
            phantom -o @c --patients 2                                  | 3 | PHA-002 & --force
            crop @c/images/PH-0001.nii.gz @c/masks/one-voxel.nii.gz -o @text.nii.gz/x | 3 | CLI-001
            predict @folder @c/images/PH-0001.nii.gz @c/masks/PH-0001.nii.gz         | 3 | BND-001 & model.trabecula
            predict @text.nii.gz @c/images/PH-0001.nii.gz @c/masks/PH-0001.nii.gz    | 3 | BND-001
            predict @folder @none.nii.gz @c/masks/PH-0001.nii.gz        | 3 | COH-004
            # the command line itself
            phantom -o @p --patients 1                                  | 3 | PHA-001
            phantom -o @p --effect NaN                                  | 3 | PHA-001
            phantom -o @p --patients two                                | 2 | 'two' is not a whole number
            phantom -o @p --jobs 0                                      | 2 | --jobs must be at least 1, got 0
            study @features.csv -o @run --jobs -3                       | 2 | --jobs must be at least 1, got -3
            embed @none.csv --network-threads 0                         | 2 | --network-threads must be at least 1, got 0
            demo @p --epochs -1                                         | 2 | --epochs -1 & 0 to 10000
            study @features.csv -o @run --seed x                        | 2 | 'x' is not a whole number
            study @features.csv -o @run --outcom Target                 | 2 | --outcom & --outcome
            studi @features.csv                                         | 2 | no verb 'studi' & did you mean 'study'?
            frobnicate                                                  | 2 | no verb 'frobnicate'
            study @features.csv                                         | 2 | -o RUN
            study -o @run                                               | 2 | cases.csv
            study @features.csv --config @value.yaml --preset paper -o @run          | 2 | --config and --preset
            study @c/cases.csv --id case_id -o @run                     | 2 | is a manifest
            crop @c/cases.csv --label 3 -o @x                           | 2 | --label
            predict @folder @c/cases.csv -o @p.csv --age 70             | 2 | --age
            predict @folder @c/images/PH-0001.nii.gz                    | 2 | MASK
            scan @none -o @m.csv                                        | 3 | CLI-001 & none
            scan @folder -o @m.csv                                      | 3 | no image and no mask
            scan @folder -o @m.txt                                      | 3 | CLI-004 & .csv
            report @folder                                              | 3 | this is not a run folder
            verify @folder                                              | 3 | this is not a run folder
            predict @folder @a.nii.gz @b.nii.gz --sex X                 | 2 | --sex takes F or M
            predict @folder @a.nii.gz @b.nii.gz --age old               | 2 | 'old' is not a number
            """)
    void wrongInputIsToldInWordsOfTheUser(String line, int exit, String fragments) {
        CommandLineRun run = CommandLineRun.typed(line, folder);
        assertThat(run.err()).contains(fragments.split(" & ")).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void withoutAVerbTheHelpIsShown() {
        CommandLineRun run = CommandLineRun.of();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("study", "predict");
    }

    @Test
    void aBadCaseInACohortIsListedAndTheOthersGoOn() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("c/cases.csv"));
        String first = lines.get(1);
        lines.add(bad(first, "no-label", ",masks/[^,]*,\\d+,", ",masks/PH-0001.nii.gz,99,"));
        lines.add(bad(first, "empty", ",masks/[^,]*,\\d+,", ",masks/empty.nii.gz,,"));
        lines.add(bad(first, "one-voxel", ",masks/[^,]*,\\d+,", ",masks/one-voxel.nii.gz,,"));
        lines.add(bad(first, "elsewhere", ",masks/[^,]*,\\d+,", ",masks/PH-0002.nii.gz,,"));
        lines.add(bad(first, "no-image", "images/[^,]*,", "../text.nii.gz,"));
        Files.write(folder.resolve("c/some-bad.csv"), lines);
        write("quick.yaml", "classifiers: [svm]\nnetwork: {architecture: resnet18}\nfinetune: {epochs: 0}\npca: 5\ncrossfit: 0\nlasso: {folds: 3}\n"
                + "grid_folds: 2\nsplit: {test: 0.3}\n");

        CommandLineRun run = CommandLineRun.typed("study @c/some-bad.csv --config @quick.yaml -o @some-bad", folder);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.out()).contains("report.html");
        assertThat(run.err()).contains("MSK-002", "case no-label").doesNotContain("\tat ");
        assertThat(Files.readAllLines(folder.resolve("some-bad/failures.csv")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("case_id,code,where,message,fix"),
                        line -> assertThat(line).startsWith("no-label,MSK-002,"),
                        line -> assertThat(line).startsWith("empty,MSK-001,"),
                        line -> assertThat(line).startsWith("one-voxel,RAD-004,"),
                        line -> assertThat(line).startsWith("elsewhere,GEO-001,"),
                        line -> assertThat(line).startsWith("no-image,IMG-001,"));
        assertThat(folder.resolve("some-bad/flow.csv")).content().contains("one-voxel,failed,see failures.csv");
        assertThat(folder.resolve("some-bad/scores.csv")).content().contains("PH-0001").doesNotContain("no-label");
    }

    private static String bad(String line, String caseId, String pattern, String replacement) {
        return line.replaceFirst("^[^,]*", caseId).replaceFirst(pattern, replacement);
    }
}
