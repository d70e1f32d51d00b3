package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.testkit.Reference;

/// Small inputs that once gave a number that looked right, a stack trace or a lost file. Each lies in `resources/cases` with a README
/// that says what was seen and what is right.
class InputsThatWentWrongTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path from = Reference.root().resolve("cli/src/test/resources/cases");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void aLabelSavedAsDecimalIsTheWholeNumber() throws IOException {
        CommandLineRun run = typed("extract @label-float-text/cases.csv -o @o.csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(row("o.csv")).containsEntry("case_id", "a");
    }

    @Test
    void laplacianOfGaussianWithoutSigmaIsSaid() {
        CommandLineRun run = typed("extract @log-without-sigma/ct.nii.gz @log-without-sigma/m.nii.gz"
                + " --params @log-without-sigma/p.yaml -o @o.csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("LoG").contains("sigma");
    }

    @Test
    void anEmptyParameterFileIsSaid() {
        CommandLineRun run = typed("extract @log-without-sigma/ct.nii.gz @log-without-sigma/m.nii.gz"
                + " --params @log-without-sigma/empty.yaml -o @o.csv");
        assertThat(run.exit()).isIn(0, 3);
        assertThat(run.err()).contains("empty.yaml");
    }

    /// The file is in Latin-1: the id is `Mär`, or the refusal names the encoding.
    @ParameterizedTest
    @ValueSource(strings = {"one.csv", "two.csv", "utf16.csv"})
    void aManifestInAnotherEncodingKeepsItsIdsOrIsRefusedForIt(String name) throws IOException {
        CommandLineRun run = typed("extract @manifest-latin1/" + name + " -o @o.csv");
        if (run.exit() == 0) {
            assertThat(row("o.csv").get("case_id")).isIn("Mär", "a");
            assertThat(Files.readString(folder.resolve("o.csv"))).doesNotContain("�");
        } else {
            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).containsAnyOf("TAB-001", "UTF-8", "UTF-16");
        }
    }

    /// Spacing by pixdim and by sform differ by 8 % in volume.
    @Test
    void contradictingSpacingsOfNiftiAreNotServedSilently() {
        refusedOrSaid("extract @nifti-sform-unit-rows/ct.nii.gz @nifti-sform-unit-rows/m.nii.gz -o @o.csv", "pixdim");
    }

    @Test
    void contradictingSpacingsOfNrrdAreNotServedSilently() {
        refusedOrSaid("extract @nrrd-spacings-contradict/ct.nrrd @nrrd-spacings-contradict/m.nii.gz -o @o.csv", "spacings");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            extract @output-over-input/ct.nii.gz @output-over-input/m.nii.gz -o @output-over-input/ct.nii.gz --force
            extract @output-over-input/ct.nii.gz @output-over-input/m.nii.gz -o @output-over-input/m.nii.gz --force
            extract @output-over-input/cases.csv -o @output-over-input/cases.csv --force
            extract @output-over-input/cases.csv -o @output-over-input/link.csv --force
            embed @output-over-input/cases.csv --network resnet18 -o @output-over-input/cases.csv --force
            convert @output-over-input/m.nii.gz --label 1 -o @output-over-input/m.nii.gz --force
            convert @output-over-input/m.nii.gz --label 1 -o @output-over-input/hard.nii.gz --force
            extract @output-over-input/ct.nii.gz @output-over-input/m.nii.gz --params @log-without-sigma/p.yaml -o @log-without-sigma/p.yaml --force
            extract @output-over-input/ct.nii.gz @output-over-input/m.nii.gz -o @new.nii
            extract @output-over-input/ct.nii.gz @output-over-input/m.nii.gz -o @l3.xlsx
            """)
    void anOutputIsNeverAnInputAndATableEndsLikeOne(String line) throws IOException {
        Files.createSymbolicLink(folder.resolve("output-over-input/link.csv"), folder.resolve("output-over-input/cases.csv"));
        Files.createLink(folder.resolve("output-over-input/hard.nii.gz"), folder.resolve("output-over-input/m.nii.gz"));
        Map<Path, byte[]> before = contents();
        CommandLineRun run = typed(line);
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        Map<Path, byte[]> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((file, bytes) -> assertThat(after.get(file)).as(file.toString()).isEqualTo(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin1.yaml", "utf16.yaml", "."})
    void aParameterFileInAnotherEncodingIsReadOrRefused(String name) {
        CommandLineRun run = typed("extract @params-not-utf8/ct.nii.gz @params-not-utf8/m.nii.gz --params @params-not-utf8/" + name
                + " -o @o.csv");
        if (run.exit() != 0) {
            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).contains("PAR-001");
        }
    }

    /// Components without Layer and LabelValue are numbered as they come: the mean of the second, L2, is 143.97203.
    @Test
    void aSegmentWithoutLayerIsItsComponentOrRefused() throws IOException {
        CommandLineRun run = typed("extract @slicer-seg-no-layer/ct.nii.gz @slicer-seg-no-layer/two.seg.nrrd --label L2 -o @o.csv");
        if (run.exit() != 0) {
            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            return;
        }
        // the README prints seven digits
        assertThat(Double.parseDouble(row("o.csv").get("original_firstorder_Mean"))).isEqualTo(143.97203, offset(5e-6));
    }

    /// A container's or cron's locale, in a process of its own: the path `Größe/ct.nii.gz` is read, or refused with a code. The
    /// folder is made here, since a checkout under such a locale could not hold it.
    @Test
    void aPathBeyondAsciiUnderTheCLocaleIsNoBug() throws IOException, InterruptedException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this system's paths are not in UTF-8");
        Files.createDirectory(folder.resolve("Größe"));
        Files.copy(folder.resolve("label-float-text/ct.nii.gz"), folder.resolve("Größe/ct.nii.gz"));
        Files.writeString(folder.resolve("cases.csv"),
                "case_id,patient_id,image,mask,label\na,p,Größe/ct.nii.gz,label-float-text/m.nii.gz,1\n");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), Main.class.getName(), "check", "cases.csv"))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isIn(3, 4);
        assertThat(said).contains("error ").contains("UTF-8").doesNotContain("bug in Trabecula");
    }

    private void refusedOrSaid(String line, String word) {
        CommandLineRun run = typed(line);
        assertThat(run.exit()).as(run.err()).isIn(0, 3);
        assertThat(run.err()).contains(word);
    }

    private CommandLineRun typed(String line) {
        return CommandLineRun.typed(line, folder);
    }

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> {
                try (InputStream in = Files.newInputStream(file)) {
                    all.put(file, in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return all;
    }

    /// A comma outside of quotes.
    private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    /// The first row of a table by column.
    private Map<String, String> row(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        List<String> names = Arrays.asList(lines.get(0).split(COMMA, -1));
        List<String> cells = Arrays.asList(lines.get(1).split(COMMA, -1));
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            row.put(names.get(column), cells.get(column));
        }
        return row;
    }
}
