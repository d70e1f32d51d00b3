package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.Hash;
import org.trabecula.core.InputException;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Labels of hand-made maps, and of the published kinds of segmentation files.
class LabelFileTest {
    private static final Grid GRID = Grid.axisAligned(new Size(6, 5, 4), new Spacing(0.5, 0.5, 2));

    @TempDir
    Path folder;

    @Test
    void labelsAreListedWithCountsAndBoxes() throws IOException {
        LabelFile file = StandardFormats.ALL.labels(twoLabels());
        assertThat(file.labels())
                .containsExactly(
                        new Label(20, "20", 0, 3, new Box(1, 1, 0, 3, 1, 0)),
                        new Label(29, "29", 0, 2, new Box(4, 2, 1, 4, 2, 2)));
    }

    @Test
    void aMaskHoldsItsLabelOnly() throws IOException {
        Mask mask = StandardFormats.ALL.labels(twoLabels()).mask(29);
        assertThat(mask.voxelCount()).isEqualTo(2);
        assertThat(mask.box()).isEqualTo(new Box(4, 2, 1, 4, 2, 2));
        assertThat(mask.at(4, 2, 2)).isTrue();
        assertThat(mask.at(1, 1, 0)).isFalse();
    }

    @Test
    void severalLabelsMakeOneMask() throws IOException {
        Mask mask = StandardFormats.ALL.labels(twoLabels()).mask(Set.of(29, 20));
        assertThat(mask.voxelCount()).isEqualTo(5);
        assertThat(mask.box()).isEqualTo(new Box(1, 1, 0, 4, 2, 2));
    }

    @Test
    void aMissingLabelIsAnsweredWithThosePresent() throws IOException {
        LabelFile file = StandardFormats.ALL.labels(twoLabels());
        assertThatThrownBy(() -> file.label(7))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("MSK-002")
                .hasMessageContaining("no label 7; there are 20, 29");
    }

    @Test
    void severalLabelsMustBeChosenFrom() throws IOException {
        LabelFile file = StandardFormats.ALL.labels(twoLabels());
        assertThatThrownBy(file::onlyLabel).hasMessageContaining("MSK-003").hasMessageContaining("20, 29");
    }

    @Test
    void theOnlyLabelIsTaken() throws IOException {
        short[] values = new short[120];
        values[7] = 255;
        LabelFile file = StandardFormats.ALL.labels(written(Volume.ofShorts(GRID, values)));
        assertThat(file.onlyLabel().number()).isEqualTo(255);
        assertThat(file.mask(file.onlyLabel()).voxelCount()).isEqualTo(1);
    }

    @Test
    void anEmptyMaskIsRefused() throws IOException {
        Path file = written(Volume.ofShorts(GRID, new short[120]));
        assertThatThrownBy(() -> StandardFormats.ALL.labels(file)).hasMessageContaining("MSK-001");
    }

    @Test
    void fractionsAndNaNAreNoLabels() throws IOException {
        for (float bad : new float[] {1.4f, 0.5f, 0.002f, Float.NaN, Float.POSITIVE_INFINITY, 3e9f}) {
            float[] values = new float[120];
            values[8] = bad;
            Path file = written(Volume.ofFloats(GRID, values));
            assertThatThrownBy(() -> StandardFormats.ALL.labels(file)).hasMessageContaining("MSK-004").hasMessageContaining("(2, 1, 0)");
        }
    }

    @Test
    void wholeFloatsAreLabels() throws IOException {
        float[] values = new float[120];
        values[8] = 1.00001f; // a label that went through a scaling
        values[9] = 1e-6f;
        LabelFile file = StandardFormats.ALL.labels(written(Volume.ofFloats(GRID, values)));
        assertThat(file.labels()).hasSize(1);
        assertThat(file.mask(1).voxelCount()).isEqualTo(1);
    }

    @Test
    void referenceLabelMapsAreReadOrRefused() throws IOException {
        Path nifti = Expected.folder().resolve("nifti");
        LabelFile scaled = StandardFormats.ALL.labels(nifti.resolve("scl-label-map.nii"));
        assertThat(scaled.labels().stream().map(Label::number)).containsExactly(1, 2, 3, 4);
        LabelFile floats = StandardFormats.ALL.labels(nifti.resolve("label-map-float64.nii.gz"));
        assertThat(floats.labels().stream().map(Label::number)).containsExactly(1, 2);
        assertThatThrownBy(() -> StandardFormats.ALL.labels(nifti.resolve("label-map-float64-bad.nii.gz")))
                .hasMessageContaining("MSK-004")
                .hasMessageContaining("1.4");
        Conformance.compared("nifti", 3);
    }

    @Test
    void slicerSegmentsAreFoundByNameInTheirLayers() throws IOException {
        LabelFile file = StandardFormats.ALL.labels(seg().resolve("binary-3seg-overlap.seg.nrrd"));
        JsonNode segments = expected("binary-3seg-overlap.seg.nrrd").get("segments");
        for (JsonNode segment : segments) {
            Label label = file.label(segment.get("name").asString());
            assertThat(label.layer()).isEqualTo(segment.get("layer").asInt());
            assertThat(label.number()).isEqualTo(segment.get("label_value").asInt());
            check(file.mask(label), segment);
        }
        assertThatThrownBy(() -> file.label(1))
                .hasMessageContaining("MSK-006")
                .hasMessageContaining("L1 (1), lesion (1, layer 1)");
        Conformance.compared("nrrd", 3 * segments.size());
    }

    @Test
    void aCroppedSegmentationIsPlacedOnTheImage() throws IOException {
        JsonNode expected = expected("two-segments-cropped.seg.nrrd");
        LabelFile file = StandardFormats.ALL.labels(seg().resolve("two-segments-cropped.seg.nrrd"));
        Grid ct = StandardFormats.ALL.labels(seg().resolve("binary-3seg-overlap.seg.nrrd")).grid();
        for (JsonNode segment : expected.get("segments")) {
            Mask mask = file.mask(file.label(segment.get("name").asString()));
            Mask placed = GridComparison.place(mask, ct, "cropped on ct");
            assertThat(placed.grid()).isEqualTo(ct);
            check(placed, segment.get("on_ct_grid"));
        }
        Conformance.compared("nrrd", 3L * expected.get("segments").size());
    }

    @Test
    void itkSnapMapsHoldTheirLabels() throws IOException {
        LabelFile file = StandardFormats.ALL.labels(seg().resolve("itksnap-like.nii.gz"));
        JsonNode labels = expected("itksnap-like.nii.gz").get("labels");
        for (var label : labels.properties()) {
            check(file.mask(Integer.parseInt(label.getKey())), label.getValue());
        }
        assertThat(file.labels()).hasSize(labels.size());
        Conformance.compared("nifti", 3L * labels.size());
    }

    private static Path seg() {
        return Reference.whole("dicom/seg").orElseGet(() -> Reference.core("nifti-nrrd/seg"));
    }

    private static JsonNode expected(String name) {
        return new ObjectMapper().readTree(seg().resolve("expected.json")).get("files").get(name);
    }

    private static void check(Mask mask, JsonNode expected) {
        assertThat(mask.voxelCount()).isEqualTo(expected.get("voxels").asInt());
        for (int axis = 0; axis < 3; axis++) {
            assertThat(mask.box().min(axis)).isEqualTo(expected.get("bbox_min_ijk").get(axis).asInt());
            assertThat(mask.box().max(axis)).isEqualTo(expected.get("bbox_max_ijk").get(axis).asInt());
        }
        boolean[] flags = mask.toFlags(mask.grid().wholeBox());
        byte[] bytes = new byte[flags.length];
        for (int n = 0; n < flags.length; n++) {
            bytes[n] = (byte) (flags[n] ? 1 : 0);
        }
        assertThat(Hash.sha256Hex(bytes)).isEqualTo(expected.get("sha256_uint8_i_fastest").asString());
    }

    private Path twoLabels() throws IOException {
        short[] values = new short[120];
        values[7] = 20;
        values[8] = 20;
        values[9] = 20;
        values[30 + 16] = 29;
        values[60 + 16] = 29;
        return written(Volume.ofShorts(GRID, values));
    }

    private Path written(Volume volume) throws IOException {
        Path file = folder.resolve("mask.nii.gz");
        StandardFormats.ALL.write(volume, file);
        return file;
    }
}
