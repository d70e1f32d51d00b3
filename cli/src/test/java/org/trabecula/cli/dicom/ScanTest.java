package org.trabecula.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// From a folder as it was exported to a manifest: what is paired, what is not, and that nobody's name is in it.
class ScanTest {
    @TempDir
    Path folder;

    private CommandLineRun scan(Path searched, String... more) {
        List<String> line = new ArrayList<>(List.of("scan", searched.toString(), "-o", folder.resolve("cases.csv").toString()));
        line.addAll(List.of(more));
        return CommandLineRun.of(line);
    }

    /// Every pair of a tidy cohort is found again, whatever the files are called.
    @Test
    void aTidyFolderBecomesItsOwnManifest() throws IOException {
        Path cohort = folder.resolve("cohort");
        assertThat(CommandLineRun.of("phantom", "-o", cohort.toString(), "--patients", "4", "--seed", "2").exit()).isZero();
        Path export = Files.createDirectories(folder.resolve("export/readers/one"));
        Map<String, String> masks = new TreeMap<>();
        Map<String, String> renamed = new TreeMap<>();
        int number = 0;
        for (Path image : files(cohort.resolve("images"))) {
            // names that sort in opposite orders: only the voxels' places tell
            String name = image.getFileName().toString();
            Path ct = Files.copy(image, folder.resolve("export").resolve("ct" + number + ".nii.gz"));
            Path mask = Files.copy(cohort.resolve("masks").resolve(name), export.resolve("seg" + (9 - number) + ".nii.gz"));
            masks.put(ct.getFileName().toString(), mask.getFileName().toString());
            renamed.put(name, mask.getFileName().toString());
            number++;
        }
        CommandLineRun run = scan(folder.resolve("export"));
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        TextTable found = DelimitedText.read(folder.resolve("cases.csv"));
        TextTable meant = DelimitedText.read(cohort.resolve("cases.csv"));
        Set<String> vertebrae = new HashSet<>();
        for (int row = 0; row < found.rowCount(); row++) {
            Path image = Path.of(found.cell(row, "image"));
            Path mask = Path.of(found.cell(row, "mask"));
            assertThat(folder.resolve(image)).exists();
            assertThat(mask.getFileName().toString()).isEqualTo(masks.get(image.getFileName().toString()));
            vertebrae.add(mask.getFileName() + " " + found.cell(row, "label") + " " + found.cell(row, "level"));
        }
        for (int row = 0; row < meant.rowCount(); row++) { // the cohort lists fractures, the scan every vertebra
            String mask = renamed.get(Path.of(meant.cell(row, "mask")).getFileName().toString());
            assertThat(vertebrae).contains(mask + " " + meant.cell(row, "label") + " " + meant.cell(row, "level"));
        }
        CommandLineRun check = CommandLineRun.of("extract", folder.resolve("cases.csv").toString(), "-o", folder.resolve("f.csv").toString(), "--preset", "original");
        assertThat(check.exit()).as(check.err()).isZero();
    }

    /// Two scans on one grid and one mask: nobody can tell which is meant.
    @Test
    void aMaskThatFitsTwoImagesIsPairedWithNeither() throws IOException {
        Path cohort = folder.resolve("cohort");
        assertThat(CommandLineRun.of("phantom", "-o", cohort.toString(), "--patients", "2", "--seed", "2").exit()).isZero();
        Path export = Files.createDirectories(folder.resolve("export"));
        Path image = files(cohort.resolve("images")).getFirst();
        Files.copy(image, export.resolve("a.nii.gz"));
        Files.copy(image, export.resolve("b.nii.gz"));
        Files.copy(cohort.resolve("masks").resolve(image.getFileName()), export.resolve("m.nii.gz"), StandardCopyOption.REPLACE_EXISTING);
        CommandLineRun run = scan(export);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).contains("0 rows", "m.nii.gz: it fits 2 images equally");
    }

    /// Everything that the folder's description names, in one screen.
    @Test
    void aMessyFolderIsExplained() throws IOException {
        assumeTrue(Reference.whole("dicom/messy-folder").isPresent());
        Path messy = Reference.whole("dicom/messy-folder").orElseThrow();
        CommandLineRun run = scan(messy, "--pseudonyms", folder.resolve("who.csv").toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out().lines().count()).as("lines of a screen").isLessThanOrEqualTo(50);
        assertThat(run.out())
                .contains("\"bone 1.5\"", "z = -19.5", "\"soft 3.0\"", "DICOM/IM000011", "5 of 6")
                .contains("COPY1", "IM000007", "scan", "IM000013")
                .contains("seg.dcm", "mask.nii.gz", "0.65", "mask_full_grid.nii.gz", "mask_full_grid.nii.gz")
                .contains("readme.txt", "report.pdf", "DICOM/ZERO", "._IM000001", "DICOM/PART");
        String manifest = Files.readString(folder.resolve("cases.csv"));
        JsonNode json = CommandLineRun.of("scan", messy.toString(), "-o", folder.resolve("again.csv").toString(), "--json").json();
        for (String text : List.of(manifest, run.out(), json.toString())) {
            assertThat(text).doesNotContain("SYN-", "Test^Synthetic");
        }
        assertThat(Files.readString(folder.resolve("who.csv"))).contains("SYN-");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
