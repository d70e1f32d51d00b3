package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every structure set of `shared/reference/dicom/rtstruct`, as two implementations of the even-odd rule draw it.
class StructureSetReferenceTest {
    /// Whose edges run through voxel centres: no single count is right.
    private static final String AMBIGUOUS = "14";

    private static JsonNode expected(String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(ReadMasks.reference("rtstruct/expected.json")))
                .get("files")
                .get(file + ".dcm");
    }

    private static Path file(String name) {
        return ReadMasks.reference("rtstruct/" + name + ".dcm");
    }

    private static ImageFile image(String name) throws IOException {
        return ReadMasks.image(ReadMasks.reference(name.startsWith("synthetic") ? "ct-series/base" : "rtstruct/rt-utils-ct-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthetic-rtstruct", "rt-utils-rt", "rt-utils-invalid_reference_rt"})
    void regionsAreThoseOfTheEvenOddRule(String name) throws IOException {
        ImageFile image = image(name);
        LabelFile labels = ReadMasks.labels(file(name), image);
        for (var entry : expected(name).get("rois").properties()) {
            JsonNode roi = entry.getValue();
            if (roi.get("voxels").asInt() == 0) {
                assertThat(labels.emptySegment(entry.getKey())).as(entry.getKey()).isPresent();
                continue;
            }
            Mask mask = labels.mask(labels.label(entry.getKey()));
            assertThat(mask.grid()).isEqualTo(image.grid());
            if (entry.getKey().equals(AMBIGUOUS)) {
                int certain = roi.get("inside_and_clear_of_edges").asInt();
                assertThat(mask.voxelCount()).isBetween(certain, certain + roi.get("voxels_within_0_01_mm_of_an_edge").asInt());
                continue;
            }
            assertThat(mask.voxelCount()).as(roi.get("name").asString()).isEqualTo(roi.get("voxels").asInt());
            assertThat(ReadMasks.sha256(mask)).as(roi.get("name").asString()).isEqualTo(roi.get("sha256_uint8_i_fastest").asString());
            assertThat(labels.label(roi.get("name").asString()).number()).isEqualTo(Integer.parseInt(entry.getKey()));
        }
        Conformance.compared("dicom/rtstruct", image.grid().size().voxels() * expected(name).get("rois").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9  | nothing is drawn on slices 3, 5, 7 between its first (2) and last (8)
            12 | 1 contour is partly outside the image, and cut at its edge
            13 | 2 contours are of fewer than three points, and are left out
            16 | 1 contour names another slice than the one where the coordinates lie
            """)
    void whatDoesNotFitIsSaid(String roi, String said) throws IOException {
        LabelFile labels = ReadMasks.labels(file("synthetic-rtstruct"), image("synthetic-rtstruct"));
        assertThat(labels.notes(List.of(labels.label(roi)))).anyMatch(note -> note.contains(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            between slices       | 3 contours lie between slices, up to 1.0 mm from the nearest
            points and open      | of type OPEN_PLANAR encloses nothing, and is left out
            declared, no contour | no contour is drawn
            """)
    void anEmptyRegionIsRefusedWithTheReason(String name, String said) throws IOException {
        LabelFile labels = ReadMasks.labels(file("synthetic-rtstruct"), image("synthetic-rtstruct"));
        assertThatThrownBy(() -> labels.label(name)).hasMessageContaining("MSK-002").hasMessageContaining(said);
    }

    @Test
    void imagesThatAreNamedAndNotThereAreSaid() throws IOException {
        LabelFile labels = ReadMasks.labels(file("rt-utils-invalid_reference_rt"), image("rt-utils"));
        assertThat(labels.notes(List.of(labels.label(1))))
                .anyMatch(note -> note.contains("names 3 images that are not in the series"))
                .anyMatch(note -> note.contains("1 contour is beyond the first or the last slice"));
    }

    @Test
    void contoursNeedAnImage() {
        assertThatThrownBy(() -> ReadMasks.FORMATS.labels(file("synthetic-rtstruct"))).hasMessageContaining("DCM-015");
    }

    /// The same volume stored along other axes takes the same contours.
    @Test
    void contoursAreDrawnOnWhicheverAxisTheyArePerpendicularTo() throws IOException {
        ImageFile image = image("synthetic-rtstruct");
        Mask straight = ReadMasks.labels(file("synthetic-rtstruct"), image).mask(2);
        Grid grid = image.grid();
        Grid turned = new Grid(
                new Size(grid.size().k(), grid.size().i(), grid.size().j()),
                new Spacing(grid.spacing().kMm(), grid.spacing().iMm(), grid.spacing().jMm()),
                grid.originMm(),
                Mat3.ofColumns(grid.direction().column(2), grid.direction().column(0), grid.direction().column(1)));
        Mask mask = ReadMasks.labels(file("synthetic-rtstruct"), new OnlyGrid(turned)).mask(2);
        assertThat(mask.grid()).isEqualTo(turned);
        assertThat(mask.voxelCount()).isEqualTo(straight.voxelCount());
        for (int k = 0; k < grid.size().k(); k++) {
            for (int j = 0; j < grid.size().j(); j++) {
                for (int i = 0; i < grid.size().i(); i++) {
                    assertThat(mask.at(k, i, j)).isEqualTo(straight.at(i, j, k));
                }
            }
        }
    }
}
