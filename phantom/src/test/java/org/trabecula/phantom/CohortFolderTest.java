package org.trabecula.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.core.Progress;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

class CohortFolderTest {
    private static final CohortSettings SMALL = new CohortSettings(6, 1, 9, new Spacing(3, 3, 3), 2, 2, 2);

    @TempDir
    Path folder;

    @Test
    void writesAManifestWhoseFilesAreThere() throws IOException {
        Path manifest = CohortFolder.write(SMALL, folder.resolve("a cohort"), false, 2, Progress.NONE);
        List<String> lines = Files.readAllLines(manifest);
        assertThat(lines.getFirst())
                .isEqualTo("case_id,patient_id,image,mask,label,outcome,age,sex,level,centre,mask_intra,mask_inter,synthetic");
        int cases = PhantomCohort.plan(SMALL).stream().mapToInt(p -> p.cases().size()).sum();
        assertThat(lines).hasSize(1 + cases);
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",", -1);
            assertThat(cell[5]).isIn("0", "1");
            for (int column : new int[] {2, 3, 10, 11}) {
                if (!cell[column].isEmpty()) {
                    assertThat(manifest.resolveSibling(cell[column])).exists();
                }
            }
            ImageFile mask = StandardFormats.ALL.open(manifest.resolveSibling(cell[3]));
            assertThat(labels(mask.read())).contains(Integer.parseInt(cell[4]));
        }
        assertThat(lines.get(1).split(",", -1)[10]).isEqualTo("masks/PH-0001-intra.nii.gz");
        assertThat(lines.getLast()).endsWith(",,,yes"); // outside the reproducibility set
    }

    @Test
    void filesHoldWhatWasRendered() throws IOException {
        CohortFolder.write(SMALL, folder, false, 1, Progress.NONE);
        for (PhantomPatient patient : PhantomCohort.plan(SMALL)) {
            Volume rendered = patient.render().ct();
            ImageFile file = StandardFormats.ALL.open(folder.resolve("images/" + patient.patientId() + ".nii.gz"));
            assertThat(file.read().toDoubles()).isEqualTo(rendered.toDoubles());
            Grid stored = file.grid();
            int last = stored.size().k() - 1;
            // NIfTI keeps geometry in 32-bit floats: positions within a metre lose at most 6e-5 mm
            assertThat(stored.toWorld(0, 0, last).distanceMm(rendered.grid().toWorld(0, 0, last))).isLessThan(2e-4);
        }
    }

    @Test
    void everyFileSaysThatItIsSynthetic() throws IOException {
        CohortFolder.write(SMALL, folder, false, 1, Progress.NONE);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".nii.gz")) {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        String description =
                                new String(in.readNBytes(348), 148, 80, StandardCharsets.US_ASCII).trim();
                        assertThat(description).isEqualTo("synthetic, Trabecula phantom");
                    }
                } else if (name.equals("preview.png")) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .contains("synthetic, Trabecula phantom");
                } else if (name.equals("README.txt")) {
                    assertThat(Files.readString(file)).startsWith("SYNTHETIC DATA").contains("seed                      9");
                } else {
                    assertThat(name).isEqualTo("cases.csv"); // its ids begin with PH, and the README lies beside it
                }
            }
        }
    }

    @Test
    void theBytesDoNotDependOnTheNumberOfThreads() throws IOException {
        CohortFolder.write(SMALL, folder.resolve("one"), false, 1, Progress.NONE);
        CohortFolder.write(SMALL, folder.resolve("three"), false, 3, Progress.NONE);
        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = folder.resolve("three").resolve(folder.resolve("one").relativize(file));
                assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
            }
        }
    }

    @Test
    void thePreviewShowsEveryCase() throws IOException {
        CohortFolder.write(SMALL, folder, false, 1, Progress.NONE);
        BufferedImage sheet = ImageIO.read(folder.resolve("preview.png").toFile());
        long cases = PhantomCohort.plan(SMALL).stream().mapToInt(p -> p.cases().size()).sum();
        assertThat(sheet.getWidth()).isEqualTo(6 * 194 - 4);
        assertThat(sheet.getHeight()).isEqualTo((int) ((cases + 5) / 6) * 194 - 4);
        long outlined = sheet.getRaster().getNumBands() == 3 ? coloured(sheet) : 0;
        assertThat(outlined).isGreaterThan(100 * cases);
    }

    @Test
    void anOccupiedFolderIsRefusedUnlessForced() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "keep");
        assertThatThrownBy(() -> CohortFolder.write(SMALL, folder, false, 1, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("PHA-002")
                .hasMessageContaining("1 entry");
        CohortFolder.write(SMALL, folder, true, 1, Progress.NONE);
        assertThat(folder.resolve("mine.txt")).hasContent("keep");
        assertThat(folder.resolve("cases.csv")).exists();
    }

    /// As an interruption leaves it: README.txt and some patients, no manifest. What is there is kept, the rest is the same.
    @Test
    void aFolderLeftHalfWayGoesOn() throws IOException {
        CohortSettings settings = new CohortSettings(CohortPicture.MOST_TILES + 2, 1, 3, new Spacing(5, 5, 5), 1, 0, 1);
        CohortFolder.write(settings, folder.resolve("whole"), false, 2, Progress.NONE);
        CohortFolder.write(settings, folder.resolve("half"), false, 2, Progress.NONE);
        Path half = folder.resolve("half");
        Files.delete(half.resolve("cases.csv"));
        Files.delete(half.resolve("masks/PH-0026.nii.gz"));
        Files.writeString(half.resolve("images/PH-0025.nii.gz"), "written before");
        CohortFolder.write(settings, half, false, 2, Progress.NONE);
        assertThat(half.resolve("images/PH-0025.nii.gz")).hasContent("written before");
        for (String file : List.of("cases.csv", "README.txt", "preview.png", "images/PH-0001.nii.gz", "masks/PH-0026.nii.gz")) {
            assertThat(half.resolve(file)).hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
    }

    @Test
    void aFolderOfOtherSettingsOrAFinishedOneDoesNotGoOn() throws IOException {
        CohortSettings one = new CohortSettings(2, 1, 3, new Spacing(5, 5, 5), 1, 0, 1);
        CohortFolder.write(one, folder, false, 1, Progress.NONE);
        assertThatThrownBy(() -> CohortFolder.write(one, folder, false, 1, Progress.NONE)).hasMessageContaining("PHA-002");
        Files.delete(folder.resolve("cases.csv"));
        assertThatThrownBy(() -> CohortFolder.write(one.withSeed(4), folder, false, 1, Progress.NONE))
                .hasMessageContaining("PHA-002");
    }

    private static long coloured(BufferedImage sheet) {
        long count = 0;
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                int rgb = sheet.getRGB(x, y) & 0xFFFFFF;
                count += rgb == 0xE69F00 || rgb == 0x56B4E9 ? 1 : 0;
            }
        }
        return count;
    }

    private static List<Integer> labels(Volume mask) {
        return java.util.Arrays.stream(mask.toDoubles()).mapToObj(x -> (int) x).distinct().toList();
    }
}
