package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.InputException;
import org.trabecula.dicom.dataset.MadeFile;
import org.trabecula.image.Grid;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Structure sets made here: what contours enclose, and what a file that lies about itself ends in.
class StructureSetRulesTest {
    private static final OnlyGrid IMAGE = new OnlyGrid(Grid.axisAligned(new Size(32, 24, 5), new Spacing(1, 1, 3)));

    @TempDir
    Path folder;

    private LabelFile read(MadeFile... contours) throws IOException {
        return read(new MadeStructureSet().roi(4, "L1").contours(4, contours));
    }

    private LabelFile read(MadeStructureSet made) throws IOException {
        return ReadMasks.labels(made.write(folder), IMAGE);
    }

    private static MadeFile square(double z, double from, double to) {
        return MadeStructureSet.closed(z, from, from, to, from, to, to, from, to);
    }

    @Test
    void aCopyOfAContourDoesNotUndoIt() throws IOException {
        LabelFile labels = read(square(3, 1.5, 4.5), square(3, 1.5, 4.5));
        assertThat(labels.mask(4).voxelCount()).isEqualTo(9);
        assertThat(labels.notes(labels.labels())).anyMatch(note -> note.contains("1 contour is there twice; taken once"));
    }

    @Test
    void nestedContoursAreHolesAndIslands() throws IOException {
        Mask mask = read(square(3, 1.5, 8.5), square(3, 2.5, 7.5), square(3, 3.5, 4.5)).mask(4);
        assertThat(mask.voxelCount()).isEqualTo(49 - 25 + 1);
    }

    @Test
    void contoursThatCrossAreSaid() throws IOException {
        LabelFile labels = read(square(3, 1.5, 4.5), square(3, 3.5, 6.5), square(6, 1.5, 4.5));
        assertThat(labels.mask(4).voxelCount()).isEqualTo(9 + 9 - 2 + 9);
        assertThat(labels.notes(labels.labels())).anyMatch(note -> note.contains("contours cross each other on 1 slice;"));
    }

    /// One in another, corner to corner, along an edge, on another slice.
    @Test
    void contoursThatTouchDoNotCross() throws IOException {
        LabelFile labels = read(
                square(3, 1.5, 8.5), square(3, 2.5, 5.5), square(3, 8.5, 9.5), MadeStructureSet.closed(3, 8.5, 2.5, 10.5, 2.5, 10.5, 5.5, 8.5, 5.5),
                square(6, 4.5, 12.5));
        assertThat(labels.notes(labels.labels())).noneMatch(note -> note.contains("cross"));
    }

    /// There and back along the same edge, at a slope that no binary number holds.
    @Test
    void aKeyholesBridgeEnclosesNothing() throws IOException {
        Mask mask = read(MadeStructureSet.closed(
                        3, 1.5, 1.5, 10.5, 1.5, 10.5, 10.5, 1.5, 10.5, 1.5, 1.5, /* the bridge */ 4.1, 4.3, 4.1, 7.3, 7.1, 7.3, 7.1, 4.3, 4.1,
                        4.3, /* and back */ 1.5, 1.5))
                .mask(4);
        assertThat(mask.voxelCount()).isEqualTo(81 - 9);
    }

    @Test
    void contoursALittleOffTheirSliceAreTakenAndSaid() throws IOException {
        LabelFile labels = read(square(3.2, 1.5, 4.5));
        assertThat(labels.mask(4).box().kMin()).isEqualTo(1);
        assertThat(labels.notes(labels.labels())).anyMatch(note -> note.contains("up to 0.2 mm off their slices"));
        assertThat(String.join(" ", read(square(3.02, 1.5, 4.5)).notes(labels.labels()))).doesNotContain("off their slices");
    }

    @Test
    void contoursBetweenSlicesAreNeverMoved() throws IOException {
        LabelFile labels = read(square(3, 1.5, 4.5), square(4.5, 1.5, 4.5), square(6, 1.5, 4.5));
        assertThat(labels.mask(4).voxelCount()).isEqualTo(18);
        assertThat(labels.notes(labels.labels())).anyMatch(note -> note.contains("1 contour lies between slices, up to 1.5 mm from the nearest"));
    }

    @Test
    void aRegionOfNumberZeroGetsANumberThatIsNoBackground() throws IOException {
        LabelFile labels = read(new MadeStructureSet().roi(0, "L1").roi(3, "L2").contours(0, square(3, 1.5, 4.5)).contours(3, square(3, 3.5, 6.5)));
        assertThat(labels.label("L1").number()).isEqualTo(4);
        assertThat(labels.mask(labels.label("L1")).voxelCount()).isEqualTo(9);
        assertThat(labels.notes(List.of(labels.label("L1")))).anyMatch(note -> note.contains("its number is 0"));
    }

    @Test
    void twoRegionsOfOneNameAreToldApartByNumber() throws IOException {
        LabelFile labels = read(new MadeStructureSet().roi(1, "L1").roi(2, "L1").contours(1, square(3, 1.5, 4.5)).contours(2, square(6, 1.5, 6.5)));
        assertThatThrownBy(() -> labels.label("L1")).hasMessageContaining("MSK-006");
        assertThat(labels.mask(2).voxelCount()).isEqualTo(25);
    }

    @Test
    void contoursInAnotherPlaneAreLeftOut() throws IOException {
        MadeFile upright = MadeStructureSet.contour("CLOSED_PLANAR", 4, "2\\2\\0\\9\\2\\0\\9\\2\\12\\2\\2\\12");
        LabelFile labels = read(square(3, 1.5, 4.5), square(6, 1.5, 4.5), upright);
        assertThat(labels.notes(labels.labels())).anyMatch(note -> note.contains("1 contour is not in the plane of the slices"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLOSED_PLANAR | 3 | 1\\1\\3\\5\\1\\3\\nan\\5\\3      | nan
            CLOSED_PLANAR | 3 | 1\\1\\3\\5\\1\\3\\Infinity\\5\\3 | Infinity
            CLOSED_PLANAR | 3 | 1\\1\\3\\5\\1\\3\\5\\5            | 8 coordinates
            CLOSED_PLANAR | 3 | 1\\1\\3\\5\\1\\3\\5\\\\3         | an empty value
            CLOSED_PLANAR | 9 | 1\\1\\3\\5\\1\\3\\5\\5\\3         | says 9
            CLOSED_PLANAR | 2000000000 | 1\\1\\3\\5\\1\\3\\5\\5\\3 | says 2000000000
            CLOSED_PLANAR | 3 | 1\\1\\3\\5\\1\\3\\5\\1e9\\3       | 1.0E9 mm
            ''            | 3 | 1\\1\\3\\5\\1\\3\\5\\5\\3         | no Contour Geometric Type
            """)
    void damagedContoursAreRefused(String type, int count, String data, String found) {
        assertThatThrownBy(() -> read(square(3, 1.5, 4.5), MadeStructureSet.contour(type, count, data)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("DCM-013")
                .hasMessageContaining("region L1 (4), contour 2")
                .hasMessageContaining(found);
    }

    @Test
    void numbersThatTieNothingAreRefused() {
        assertThatThrownBy(() -> read(new MadeStructureSet().roi(1, "a").roi(1, "b"))).hasMessageContaining("DCM-013");
        assertThatThrownBy(() -> read(new MadeStructureSet().roi(1, "a").contours(2, square(3, 1.5, 4.5)))).hasMessageContaining("DCM-013");
    }

    @Test
    void nothingDrawnIsRefusedWithTheReasons() {
        assertThatThrownBy(() -> read(square(4.5, 1.5, 4.5)))
                .hasMessageContaining("MSK-001")
                .hasMessageContaining("L1: 1 contour lies between slices");
        assertThatThrownBy(() -> read(new MadeStructureSet())).hasMessageContaining("MSK-001");
    }

    /// A million points that run from the first row to the last and back are no outline.
    @Test
    void contoursThatCrossRowsWithoutMeasureAreRefused() {
        int points = 1_000_000;
        StringBuilder data = new StringBuilder(12 * points);
        for (int n = 0; n < points; n++) {
            data.append(n == 0 ? "" : "\\").append("1\\").append(n % 2 == 0 ? "0" : "23").append("\\3");
        }
        assertThatThrownBy(() -> read(MadeStructureSet.contour("CLOSED_PLANAR", points, data.toString())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("DCM-013")
                .hasMessageContaining("cross rows of voxels");
    }

    @Test
    void aMillionPointsOfAnOutlineAreDrawn() throws IOException {
        int points = 1_000_000;
        StringBuilder data = new StringBuilder(24 * points);
        for (int n = 0; n < points; n++) {
            double angle = 2 * Math.PI * n / points;
            data.append(n == 0 ? "" : "\\").append((float) (10.3 + 5 * Math.cos(angle))).append('\\').append((float) (10.3 + 5 * Math.sin(angle)))
                    .append("\\3");
            if (data.length() > 16_000_000) {
                points = n + 1; // what one element may hold
                break;
            }
        }
        assertThat(read(MadeStructureSet.contour("CLOSED_PLANAR", points, data.toString())).labels()).isNotEmpty();
    }
}
