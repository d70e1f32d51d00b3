package org.trabecula.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.Progress;
import org.trabecula.extraction.Made;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

class RegionNotesTest {
    @TempDir
    Path folder;

    private static Mask block(Grid grid, int iMin, int iMax, int jMin, int jMax, int kMin, int kMax) {
        Box box = new Box(iMin, jMin, kMin, iMax, jMax, kMax);
        boolean[] inside = new boolean[(int) box.size().voxels()];
        Arrays.fill(inside, true);
        return Mask.of(grid, box, inside);
    }

    /// Blocks in an image of 100 × 120 × 90 mm: a body of 30 × 30 × 25 mm as a hand draws it, and what is odd about others.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a body in the middle    | 1 1 1   | 30 60 40 70 30 55 |
            above                   | 1 1 1   | 30 60 40 70 65 89 | the last slice of the scan (k = 89)
            below                   | 1 1 1   | 30 60 40 70 0 25  | the first slice of the scan (k = 0)
            at the side             | 1 1 1   | 70 99 40 70 30 55 | the edge of the image (i = 99)
            3 mm slices             | 1 1 3   | 30 60 40 70 10 20 | voxels of 1.00 × 1.00 × 3.00 mm
            2 mm slices are let be  | 1 1 2   | 30 60 40 70 10 25 |
            a scrap                 | 1 1 1   | 30 40 40 50 30 40 | 1331 voxels, 1.3 cm³
            with its arch           | 1 1 1   | 20 80 20 95 30 70 | reaches 76 mm from front to back
            """)
    void whatIsOddIsSaidAndNothingElse(String what, String spacing, String at, String note) {
        List<Double> mm = numbers(spacing);
        Grid grid = Grid.axisAligned(new Size(100, 120, 90), new Spacing(mm.get(0), mm.get(1), mm.get(2)));
        List<Integer> b = numbers(at).stream().map(Double::intValue).toList();
        List<String> notes = RegionNotes.of(block(grid, b.get(0), b.get(1), b.get(2), b.get(3), b.get(4), b.get(5)), grid);
        if (note == null) {
            assertThat(notes).as(what).isEmpty();
        } else {
            assertThat(notes).as(what).singleElement().asString().contains(note);
        }
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String one : text.strip().split(" +")) {
            numbers.add(Double.valueOf(one));
        }
        return numbers;
    }

    /// Front to back is found by the direction, not by the axis's name; so is the end of the scan on a mask's own grid.
    @Test
    void turnedAndCroppedMasksAreJudgedInThePatient() {
        Mat3 turned = new Mat3(0, 0, 1, 1, 0, 0, 0, 1, 0); // i to the back, j to the head, k to the left
        Grid sagittal = new Grid(new Size(120, 90, 100), Spacing.isotropic(1), PointMm.ZERO, turned);
        assertThat(RegionNotes.of(block(sagittal, 20, 95, 30, 70, 20, 80), sagittal))
                .singleElement().asString().contains("76 mm from front to back");
        assertThat(RegionNotes.of(block(sagittal, 40, 70, 65, 89, 30, 60), sagittal))
                .singleElement().asString().contains("last slice of the scan (j = 89)");

        Grid image = Grid.axisAligned(new Size(100, 120, 90), Spacing.isotropic(1));
        Grid crop = new Grid(new Size(40, 40, 40), Spacing.isotropic(1), new PointMm(25, 35, 20), Mat3.IDENTITY);
        assertThat(RegionNotes.of(block(crop, 0, 30, 0, 30, 0, 30), image)).as("the crop ends, the image does not").isEmpty();
        Grid upper = new Grid(new Size(40, 40, 30), Spacing.isotropic(1), new PointMm(25, 35, 60), Mat3.IDENTITY);
        assertThat(RegionNotes.of(block(upper, 5, 30, 5, 30, 5, 29), image))
                .singleElement().asString().contains("last slice of the scan (k = 89)");
    }

    @Test
    void aNoteIsSaidOnceHoweverOftenTheCaseIsOpened() throws IOException {
        Made made = new Made(folder);
        Path ct = made.ct("ct.nii.gz", Made.GRID, -1000, 2000);
        Path mask = made.write("mask.nii.gz", Made.GRID, Made.block(1, 10, 35, 15, 45, 20, 39));
        List<String> said = new ArrayList<>();
        CaseOpener opener = CaseOpener.study(StandardFormats.ALL, new CaseNotes(listener(said)));
        for (int n = 0; n < 3; n++) {
            opener.forFeatures(Made.vertebra(ct, mask), mask);
            opener.forPixels(Made.vertebra(ct, mask), mask);
        }
        assertThat(said).singleElement().asString().startsWith("case one: the region reaches the last slice");
    }

    private static Progress listener(List<String> said) {
        return new Progress() {
            @Override
            public void stage(String name, int items) {}

            @Override
            public void done(String item) {}

            @Override
            public void note(String message) {
                said.add(message);
            }
        };
    }

    /// A real scan of 3 mm voxels, segmented with arches: T11 is a scrap at its end, T12 touches the last slice.
    @ParameterizedTest
    @CsvSource({"29, 2, 90 mm from front to back", "32, 3, last slice", "33, 3, 76 voxels"})
    void aRealScanIsDescribedAsItIs(int label, int notes, String said) throws IOException {
        Path labels = Reference.root().resolve("../shared/reference/ct/abdomen-3mm/labels.nii.gz");
        Assumptions.assumeTrue(Files.exists(labels), "the reference CT is not here");
        Mask mask = StandardFormats.ALL.labels(labels).mask(label);
        assertThat(RegionNotes.of(mask, mask.grid())).hasSize(notes).anyMatch(note -> note.contains(said));
    }
}
