package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// Readers against values that nibabel 5.0 and ITK read from the same files.
class ReferenceImagesTest {
    /// The affines are printed to seven decimals; nibabel's come from the same 32-bit floats as ours.
    private static final Offset<Double> AFFINE_AS_PRINTED = within(2e-7);
    /// Means are printed as doubles but summed in another order.
    private static final double MEAN_RELATIVE = 1e-12;

    /// Refused as an image, with the code that says why; every other file must be read.
    private static final Set<String> NO_PLACE =
            Set.of("neither-form.nii", "analyze75.img", "no-space-spacings-only.nrrd", "scanner-xyz.nrrd", "magic-0001.nrrd");

    static Stream<Expected> nifti() {
        return Expected.all("nifti");
    }

    static Stream<Expected> nrrd() {
        return Expected.all("nrrd");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nifti")
    void niftiFileIsAnsweredAsExpected(Expected expected) throws IOException {
        Conformance.compared("nifti", check(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nrrd")
    void nrrdFileIsAnsweredAsExpected(Expected expected) throws IOException {
        Conformance.compared("nrrd", check(expected));
    }

    private static int check(Expected expected) throws IOException {
        String refusal = refusalOf(expected);
        if (!refusal.isEmpty()) {
            assertThatThrownBy(() -> StandardFormats.ALL.open(expected.file()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(refusal);
            return 1 + (NO_PLACE.contains(expected.name()) ? checkVoxels(expected, assumed(expected)) : 0)
                    + (expected.says().has("layer_voxels") ? checkLayers(expected) : 0);
        }
        ImageFile image = StandardFormats.ALL.open(expected.file());
        return checkVoxels(expected, image) + checkAffine(expected, image) + checkNotes(expected, image);
    }

    private static String refusalOf(Expected expected) {
        String must = expected.must();
        if (must.contains("complex") || must.contains("colour")) {
            return "NII-003";
        }
        if (must.contains("two volumes")) {
            return "NII-007";
        }
        if (must.contains("vector image") || expected.says().has("layer_voxels")) {
            return "NRR-010";
        }
        if (must.contains("not orthogonal")) {
            return "GEO-003";
        }
        return NO_PLACE.contains(expected.name()) ? "GEO-005" : "";
    }

    /// Voxels of a file without orientation can still be compared, once a person vouches for its axes.
    private static ImageFile assumed(Expected expected) throws IOException {
        ImageFile image = StandardFormats.ALL.open(expected.file(), Placement.ASSUME_LPS);
        assertThat(image.notes()).anyMatch(note -> note.contains("as asked"));
        return image;
    }

    private static int checkVoxels(Expected expected, ImageFile image) throws IOException {
        int compared = 0;
        Volume volume = image.read();
        for (JsonNode sample : array(expected.says().get("samples"))) {
            int i = sample.get("ijk").get(0).asInt();
            int j = sample.get("ijk").get(1).asInt();
            int k = sample.get("ijk").get(2).asInt();
            Double value = Expected.number(sample.get("value")); // boxed: NaN equals NaN
            assertThat(volume.at(i, j, k)).as("voxel (%d, %d, %d)", i, j, k).isEqualTo(value);
            Volume one = image.read(new Box(i, j, k, i, j, k));
            assertThat(one.at(i, j, k)).as("voxel (%d, %d, %d) alone", i, j, k).isEqualTo(value);
            compared += 2;
        }
        JsonNode statistics = expected.says().get("min_max_mean");
        if (statistics != null) {
            double[] all = volume.toDoubles();
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : all) {
                sum += value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            assertThat(low).isEqualTo(statistics.get(0).asDouble());
            assertThat(high).isEqualTo(statistics.get(1).asDouble());
            double mean = statistics.get(2).asDouble();
            assertThat(sum / all.length).isCloseTo(mean, within(Math.abs(mean) * MEAN_RELATIVE));
            compared += 3;
        }
        if (expected.says().has("nan")) {
            NonFiniteVoxels nonFinite = NonFiniteVoxels.in(volume);
            assertThat(nonFinite.nan()).isEqualTo(expected.says().get("nan").asLong());
            assertThat(nonFinite.infinite()).isEqualTo(expected.says().get("inf").asLong());
            compared += 2;
        }
        return compared;
    }

    private static int checkAffine(Expected expected, ImageFile image) {
        int compared = 0;
        Grid grid = image.grid();
        JsonNode affine = expected.says().get("affine_lps");
        if (affine != null) {
            double unit = expected.must().contains("metres") ? 1000 : 1; // nibabel ignores xyzt_units
            for (int row = 0; row < 3; row++) {
                for (int axis = 0; axis < 3; axis++) {
                    assertThat(grid.direction().at(row, axis) * grid.spacing().along(axis) / unit)
                            .isCloseTo(affine.get(row).get(axis).asDouble(), AFFINE_AS_PRINTED);
                }
                assertThat(grid.originMm().along(row) / unit).isCloseTo(affine.get(row).get(3).asDouble(), AFFINE_AS_PRINTED);
                compared += 4;
            }
        }
        JsonNode shape = expected.says().has("shape") ? expected.says().get("shape") : expected.says().get("sizes");
        for (int axis = 0; axis < 3; axis++) {
            assertThat(grid.size().along(axis)).isEqualTo(shape.get(axis).asInt());
        }
        return compared + 3;
    }

    private static int checkNotes(Expected expected, ImageFile image) {
        String word = switch (expected.name()) {
            case "units-unknown.nii" -> "millimetres assumed";
            case "sform-qform-disagree.nii" -> "disagree by up to";
            case "scl-slope-zero.nii" -> "scl_inter";
            default -> "";
        };
        if (!word.isEmpty()) {
            assertThat(image.notes()).anyMatch(note -> note.contains(word));
            return 1;
        }
        return 0;
    }

    private static int checkLayers(Expected expected) throws IOException {
        LabelFile labels = StandardFormats.ALL.labels(expected.file());
        JsonNode voxels = expected.says().get("layer_voxels");
        for (int layer = 0; layer < voxels.size(); layer++) {
            int inLayer = layer;
            long sum = labels.labels().stream().filter(l -> l.layer() == inLayer).mapToLong(Label::voxelCount).sum();
            assertThat(sum).isEqualTo(voxels.get(layer).asLong());
        }
        return voxels.size();
    }

    private static Iterable<JsonNode> array(JsonNode node) {
        return node != null && !node.isEmpty() && node.get(0).get("value").isArray() ? Set.of() : node == null ? Set.of() : node;
    }
}
