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
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.Placement;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every segmentation of `shared/reference/dicom/seg`: the segments that its header names, voxel for voxel as two independent readers and
/// the published twins have them.
class SegmentationReferenceTest {
    private static final String MADE = "seg/";
    private static final String PUBLISHED = "seg/published/";

    private static JsonNode expected(String folder, String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(ReadMasks.reference(folder + "expected.json")))
                .get("files")
                .get(file + ".dcm");
    }

    private static Path file(String folder, String name) {
        return ReadMasks.reference(folder + name + ".dcm");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "binary-3seg-overlap", "binary-odd-frame-61x59", "binary-segment-numbers-1-2-5-and-empty", "binary-reversed-axes",
        "binary-no-references", "binary-other-frame-of-reference", "fractional-probability-255", "fractional-max100"
    })
    void segmentsLieOnTheImage(String name) throws IOException {
        ImageFile image = ReadMasks.image(ReadMasks.reference("ct-series/base"));
        LabelFile labels = ReadMasks.labels(file(MADE, name), image);
        for (var entry : expected(MADE, name).get("segments").properties()) {
            JsonNode segment = entry.getValue();
            String label = segment.get("label").asString();
            if (segment.has("voxels") && segment.get("voxels").asInt() == 0) {
                assertThat(labels.emptySegment(label)).hasValueSatisfying(why -> assertThat(why).contains("no voxel is drawn"));
                assertThatThrownBy(() -> labels.label(label)).hasMessageContaining("MSK-002").hasMessageContaining(label);
                continue;
            }
            Mask mask = ReadMasks.placed(labels, label, image.grid());
            assertThat(mask.grid()).isEqualTo(image.grid());
            check(mask, segment.has("at_threshold_half") ? segment.get("at_threshold_half") : segment);
            assertThat(labels.label(label)).isEqualTo(labels.label(entry.getKey()));
        }
        Conformance.compared("dicom/seg", image.grid().size().voxels());
    }

    private static void check(Mask mask, JsonNode expected) {
        assertThat(mask.voxelCount()).isEqualTo(expected.get("voxels").asInt());
        for (int axis = 0; axis < 3; axis++) {
            assertThat(mask.box().min(axis)).isEqualTo(expected.get("bbox_min_ijk").get(axis).asInt());
            assertThat(mask.box().max(axis)).isEqualTo(expected.get("bbox_max_ijk").get(axis).asInt());
        }
        assertThat(ReadMasks.sha256(mask)).isEqualTo(expected.get("sha256_uint8_i_fastest").asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binary-no-references            | names no series; its frame of reference is the image's
            binary-other-frame-of-reference | is not the image's
            fractional-probability-255      | fractions of 255 (probability): voxels from one half on are inside
            """)
    void whatWasAssumedIsSaid(String name, String said) throws IOException {
        ImageFile image = ReadMasks.image(ReadMasks.reference("ct-series/base"));
        assertThat(String.join("\n", ReadMasks.labels(file(MADE, name), image).notes())).contains(said);
    }

    @Test
    void overlappingSegmentsStayApart() throws IOException {
        LabelFile labels = ReadMasks.FORMATS.labels(file(MADE, "binary-3seg-overlap"));
        assertThat(labels.labels().stream().map(Label::layer)).containsExactly(0, 0, 1);
        Mask first = labels.mask(1);
        Mask second = labels.mask(2);
        int both = 0;
        for (int k = 0; k < first.grid().size().k(); k++) {
            for (int j = 0; j < first.grid().size().j(); j++) {
                for (int i = 0; i < first.grid().size().i(); i++) {
                    both += first.at(i, j, k) && second.at(i, j, k) ? 1 : 0;
                }
            }
        }
        assertThat(both).isEqualTo(expected(MADE, "binary-3seg-overlap").get("overlap_voxels_1_2").asInt());
    }

    @Test
    void anotherResolutionIsRefusedAsForOtherMasks() throws IOException {
        ImageFile image = ReadMasks.image(ReadMasks.reference("ct-series/base"));
        LabelFile labels = ReadMasks.labels(file(MADE, "binary-double-resolution"), image);
        Mask own = labels.mask(1);
        assertThat(own.voxelCount()).isEqualTo(6136);
        assertThat(own.grid().spacing().iMm()).isEqualTo(0.25);
        assertThatThrownBy(() -> ReadMasks.placed(labels, "L1", image.grid())).hasMessageContaining("GEO-001").hasMessageContaining("0.250 mm");
    }

    @Test
    void bitsThatAreMissingAreRefused() {
        assertThatThrownBy(() -> ReadMasks.FORMATS.labels(file(MADE, "bad-truncated-bits"))).hasMessageContaining("DCM-003");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "seg_image_ct_binary", "seg_image_ct_binary_fractional", "dcmqi-24x38x3-seg", "dcmqi-23x38x3-seg",
        "dcmqi-sparse-labelmap-noppv", "dcmqi-sparse-labelmap-ppv5", "dcmqi-partial-overlaps", "dcmqi-liver"
    })
    void publishedSegmentsAreThoseOfOtherReaders(String name) throws IOException {
        JsonNode expected = expected(PUBLISHED, name);
        LabelFile labels = ReadMasks.FORMATS.labels(file(PUBLISHED, name));
        Grid grid = grid(expected.get("grid"));
        for (var entry : expected.get("segments").properties()) {
            JsonNode segment = entry.getValue();
            if (entry.getKey().equals("0")) {
                assertThat(labels.labels()).noneMatch(label -> label.name().equals(segment.get("label").asString()));
                continue;
            }
            Mask mask = ReadMasks.placed(labels, segment.get("label").asString(), grid);
            if (segment.has("voxels")) {
                check(mask, segment);
            } else { // fractions that are 0 and 255 alone
                assertThat(mask.voxelCount()).isEqualTo(segment.get("nonzero").asInt());
            }
        }
        Conformance.compared("dicom/seg", grid.size().voxels());
    }

    /// One frame of each segment lies 202.5 mm below the others, where the fourth image of the series lies.
    @Test
    void aFrameFarAwayKeepsItsPlace() throws IOException {
        JsonNode expected = expected(PUBLISHED, "seg_image_ct_binary_overlap");
        LabelFile labels = ReadMasks.FORMATS.labels(file(PUBLISHED, "seg_image_ct_binary_overlap"));
        Grid whole = labels.grid();
        assertThat(whole.size().k()).isEqualTo(165);
        Box three = new Box(0, 0, 162, 15, 15, 164);
        for (JsonNode segment : expected.get("segments")) {
            Label label = labels.label(segment.get("label").asString());
            check(Mask.of(whole.cropped(three), whole.cropped(three).wholeBox(), labels.mask(label).toFlags(three)), segment);
            assertThat(labels.notes(List.of(label))).anyMatch(note -> note.contains("nothing is drawn on slices 1, 2, 3"));
        }
    }

    /// The grid that others give.
    private static Grid grid(JsonNode grid) {
        JsonNode size = grid.get("size_ijk");
        JsonNode spacing = grid.get("spacing_mm");
        JsonNode origin = grid.get("origin_lps");
        return new Grid(
                new Size(size.get(0).asInt(), size.get(1).asInt(), size.get(2).asInt()),
                new Spacing(spacing.get(0).asDouble(), spacing.get(1).asDouble(), spacing.get(2).asDouble()),
                new PointMm(origin.get(0).asDouble(), origin.get(1).asDouble(), origin.get(2).asDouble()),
                Mat3.IDENTITY); // as all of these are
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-rle", "-deflate", "-j2k"})
    void compressedBitsAreThoseOfThePlainFile(String ending) throws IOException {
        JsonNode expected = expected(PUBLISHED, "pydicom-liver-510x510" + ending);
        LabelFile labels = ReadMasks.FORMATS.labels(file(PUBLISHED, "pydicom-liver-510x510" + ending));
        Mask liver = labels.mask(labels.label("Liver"));
        assertThat(ReadMasks.sha256(liver)).isEqualTo(expected.get("sha256_frames_uint8_c_order").asString());
        Conformance.compared("dicom/seg", liver.grid().size().voxels());
    }

    @ParameterizedTest
    @CsvSource({"dcmqi-24x38x3-seg, dcmqi-24x38x3-label", "dcmqi-23x38x3-seg, dcmqi-23x38x3-label", "dcmqi-liver, dcmqi-liver"})
    void segmentationsEqualTheirPublishedTwins(String name, String twin) throws IOException {
        LabelFile ours = ReadMasks.FORMATS.labels(file(PUBLISHED, name));
        LabelFile theirs = ReadMasks.FORMATS.labels(ReadMasks.reference(PUBLISHED + twin + ".nrrd"), Placement.STATED);
        Mask placed = ReadMasks.placed(ours, Integer.toString(ours.labels().getFirst().number()), theirs.grid());
        assertThat(ReadMasks.sha256(placed)).isEqualTo(ReadMasks.sha256(theirs.mask(theirs.onlyLabel())));
        Conformance.compared("dicom/seg", theirs.grid().size().voxels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcmqi-23x38x3", "dcmqi-24x38x3"})
    void publishedSegmentationsFitTheirCt(String name) throws IOException {
        ImageFile image = ReadMasks.image(ReadMasks.reference(PUBLISHED + name));
        LabelFile labels = ReadMasks.labels(file(PUBLISHED, name + "-seg"), image);
        check(ReadMasks.placed(labels, "Liver", image.grid()), expected(PUBLISHED, name + "-seg").get("segments").get("1"));
    }

    @Test
    void aPatientsMaskIsRefusedBesideAnother() throws IOException {
        ImageFile image = ReadMasks.image(ReadMasks.reference("ct-series/base"));
        for (Path other : List.of(file(PUBLISHED, "dcmqi-liver"), ReadMasks.reference("messy-folder/seg.dcm"))) {
            assertThatThrownBy(() -> ReadMasks.labels(other, image)).as(other.toString()).hasMessageContaining("DCM-014");
        }
    }

    @Test
    void everySegmentationOfTheFolderIsRead() throws IOException {
        for (String folder : List.of(MADE, PUBLISHED)) {
            try (var files = Files.list(ReadMasks.reference(folder))) {
                for (Path one : files.filter(path -> path.toString().endsWith(".dcm") && !path.toString().contains("bad-")).sorted().toList()) {
                    assertThat(ReadMasks.FORMATS.labels(one).labels()).as(one.toString()).isNotEmpty();
                }
            }
        }
    }
}
