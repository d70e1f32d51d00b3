package org.trabecula.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.Hash;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every folder of `shared/reference/dicom/ct-series`: grid and HU as dcm2niix and others have them, or the refusal that its
/// expected.json asks for, with the facts that it must name.
class CtSeriesTest {
    private static Path series(String name) {
        var folder = Reference.found("dicom/ct-series/" + name);
        assumeTrue(folder.isPresent(), "only in ../shared/reference, which is not present");
        return folder.get();
    }

    private static ImageFile open(Path path) throws IOException {
        return new DicomFormat().open(path, Placement.STATED);
    }

    private static JsonNode expected(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(series(name).resolve("expected.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "base", "jitter", "localizer-in-series", "oblique", "rescale-per-slice", "sagittal", "single-slice", "ts-spine-20",
        "ts-spine-3mm"
    })
    void gridAndVoxelsAreThoseOfOtherReaders(String name) throws IOException {
        JsonNode expected = expected(name);
        ImageFile image = open(series(name));
        double tolerance = expected.path("tolerance_mm").asDouble(1e-5); // positions are printed with six decimals
        checkGrid(image.grid(), expected, tolerance);
        assertThat(sha256(image.read())).isEqualTo(expected.get("hu").get("sha256").asString());
        Conformance.compared("dicom/ct-series", image.grid().size().voxels());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "enhanced-shuffled", "enhanced-shuffled-jls80", "enhanced-rescale-per-frame", "enhanced-rescale-per-frame-rle"
    })
    void framesOfEnhancedCtAreSortedAndRescaledEachByItsOwn(String name) throws IOException {
        JsonNode files = expected("enhanced").get("files");
        JsonNode expected = files.get(name + ".dcm");
        expected = expected.has("same_pixels_as") ? files.get(expected.get("same_pixels_as").asString()) : expected;
        ImageFile image = open(series("enhanced").resolve(name + ".dcm"));
        checkGrid(image.grid(), expected, 1e-9);
        assertThat(sha256(image.read())).isEqualTo(expected.get("hu").get("sha256").asString());
        Conformance.compared("dicom/ct-series", image.grid().size().voxels());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duplicate-slices                      | DCM-010 | d08.dcm and d12.dcm both at z = -84.0 mm
            gantry-tilt                           | GEO-003 | 15.00°
            missing-slice                         | GEO-002 | the slice at z = -88.0 mm is missing
            missing-slice                         | GEO-002 | 4.0 mm between m05.dcm (z = -90.0 mm) and m07.dcm (z = -86.0 mm); 2.0 mm elsewhere
            mixed-pixel-spacing                   | DCM-009 | 0.6 × 0.9 mm in q08.dcm, q09.dcm, q10.dcm, q11.dcm
            mixed-spacing                         | DCM-008 | 6 gaps of 2.5 mm, 5 gaps of 1.25 mm
            no-position                           | GEO-005 | n00.dcm and 11 other files
            two-acquisitions-one-series           | DCM-006 | acquisition 1, such as p00.dcm; series 1 "ph1": CT, 12 axial images, acquisition 2
            enhanced                              | DCM-006 | enhanced-shuffled.dcm
            enhanced/enhanced-missing-frame.dcm   | GEO-002 | 4.0 mm between enhanced-missing-frame.dcm frame 5 (z = -92.0 mm)
            """)
    void whatIsNoRegularVolumeIsRefusedWithItsReason(String name, String code, String found) {
        Path path = series(name);
        assertThatThrownBy(() -> open(path)).hasMessageContaining(code).hasMessageContaining(found);
    }

    /// Naming a file takes the acquisition it belongs to; the two are never mixed.
    @ParameterizedTest
    @CsvSource({"p00.dcm, hu", "p12.dcm, second_volume"})
    void aFileStandsForItsPhase(String file, String which) throws IOException {
        JsonNode expected = expected("two-acquisitions-one-series");
        ImageFile image = open(series("two-acquisitions-one-series").resolve(file));
        checkGrid(image.grid(), expected, 1e-9);
        assertThat(sha256(image.read())).isEqualTo(expected.get(which).get("sha256").asString());
    }

    /// Plain rescale would give -3024 HU, a value that no tissue has, in 12,000 voxels.
    @Test
    void paddingIsReadAsAir() throws IOException {
        JsonNode expected = expected("pixel-padding");
        ImageFile image = open(series("pixel-padding"));
        Volume volume = image.read();
        int outside = 0;
        double sum = 0;
        for (int n = 0; n < volume.voxels().length(); n++) {
            if (volume.voxels().at(n) == SeriesImage.OUTSIDE_HU) {
                outside++;
            } else {
                sum += volume.voxels().at(n);
            }
        }
        assertThat(outside).isEqualTo(expected.get("padding_voxels").asInt());
        JsonNode inside = expected.get("hu_inside");
        // the reference is printed with four decimals
        assertThat(sum / inside.get("voxels").asInt()).isCloseTo(inside.get("mean").asDouble(), within(5e-5));
        assertThat(image.notes()).anySatisfy(note -> assertThat(note).contains("-3024").contains("-1024"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            localizer-in-series | zz1.dcm, zz2.dcm
            base                | 2.5 mm thick and 2.0 mm apart: they overlap
            ts-empty-uids-3     | no Series Instance UID in 3 files
            ts-spine-20         | 3.0 mm thick and 2.0 mm apart: they overlap
            single-slice        | the spacing along k is not known
            """)
    void whatIsOddIsSaid(String name, String said) throws IOException {
        assertThat(open(series(name)).notes()).anySatisfy(note -> assertThat(note).contains(said));
    }

    @Test
    void aFolderOfSeveralSeriesIsListedAndRefused() {
        Path folder = Reference.whole("dicom/messy-folder").orElse(null);
        assumeTrue(folder != null, "only in ../shared/reference, which is not present");
        assertThatThrownBy(() -> open(folder))
                .hasMessageContaining("DCM-006")
                .hasMessageContaining("series 3 \"bone 1.5\"")
                .hasMessageContaining("series 4 \"soft 3.0\"");
    }

    @Test
    void framesWithoutPositionsAreNoVolume() {
        Path file = Reference.found("dicom/transfer-syntaxes/mf3_evle.dcm").orElse(null);
        assumeTrue(file != null, "only in ../shared/reference, which is not present");
        assertThatThrownBy(() -> open(file)).hasMessageContaining("GEO-005").hasMessageContaining("3 frames, 0 of them");
    }

    /// A file that is no image cannot stand for a series.
    @Test
    void aSegmentationIsNoImage() {
        Path file = Reference.whole("dicom/messy-folder/seg.dcm").orElse(null);
        assumeTrue(file != null, "only in ../shared/reference, which is not present");
        assertThatThrownBy(() -> open(file)).hasMessageContaining("DCM-007").hasMessageContaining("modality SEG");
    }

    private static void checkGrid(Grid grid, JsonNode expected, double tolerance) {
        JsonNode size = expected.get("size_ijk");
        assertThat(new int[] {grid.size().i(), grid.size().j(), grid.size().k()})
                .containsExactly(size.get(0).asInt(), size.get(1).asInt(), size.get(2).asInt());
        for (int axis = 0; axis < 3; axis++) {
            JsonNode spacing = expected.get("spacing_mm").get(axis);
            if (!spacing.isNull()) {
                assertThat(grid.spacing().along(axis)).isCloseTo(spacing.asDouble(), within(tolerance));
            }
            assertThat(grid.originMm().along(axis)).isCloseTo(expected.get("origin_lps").get(axis).asDouble(), within(tolerance));
            JsonNode column = expected.get("direction_lps_columns").get("ijk".substring(axis, axis + 1).toLowerCase(Locale.ROOT));
            for (int row = 0; row < 3; row++) {
                assertThat(grid.direction().at(row, axis)).isCloseTo(column.get(row).asDouble(), within(1e-6));
            }
        }
    }

    /// Values as 16-bit integers, little endian, i fastest.
    static String sha256(Volume volume) {
        ByteBuffer bytes = ByteBuffer.allocate(volume.voxels().length() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < volume.voxels().length(); n++) {
            bytes.putShort((short) volume.voxels().at(n));
        }
        return Hash.hex(Hash.sha256(bytes.array()));
    }
}
