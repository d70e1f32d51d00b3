package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Image and mask of every PyRadiomics reference case against `case.json`: what ITK 5.2.1 made of the same files.
///
/// Geometry must be equal to the last bit: resampling grids, and with them which voxel a value falls into, depend on it.
/// The voxels are compared by the SHA-1 of their little-endian bytes.
class ItkGeometryTest {
    static Stream<Path> cases() throws IOException {
        Path folder = Reference.whole("pyradiomics/cases")
                .orElseGet(() -> Reference.root().resolve("conformance/data/pyradiomics/cases"));
        if (!Files.isDirectory(folder)) {
            return Stream.of(folder);
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadAsItkReadsIt(Path folder) throws IOException {
        Path file = folder.resolve("case.json");
        Assumptions.assumeTrue(Files.exists(file), "no reference cases here");
        JsonNode json = new ObjectMapper().readTree(file);
        for (String part : new String[] {"image", "mask"}) {
            Path image = folder.resolve(json.get(part + "_file").asString());
            if (Files.exists(image)) {
                Conformance.compared(image.toString().endsWith(".nrrd") ? "nrrd" : "nifti", check(image, json.get(part)));
            }
        }
    }

    private static int check(Path file, JsonNode itk) throws IOException {
        ImageFile image = StandardFormats.ALL.open(file);
        Grid grid = image.grid();
        for (int axis = 0; axis < 3; axis++) {
            assertThat(grid.size().along(axis)).isEqualTo(itk.get("size_xyz").get(axis).asInt());
            assertThat(grid.spacing().along(axis)).isEqualTo(itk.get("spacing_xyz").get(axis).asDouble());
            assertThat(grid.originMm().along(axis)).isEqualTo(itk.get("origin").get(axis).asDouble());
            for (int row = 0; row < 3; row++) {
                assertThat(grid.direction().at(row, axis))
                        .isEqualTo(itk.get("direction_row_major").get(3 * row + axis).asDouble());
            }
        }
        assertThat(itkName(image.type())).isEqualTo(itk.get("pixel_type").asString());
        assertThat(sha1(image.read())).isEqualTo(itk.get("sha1_of_buffer").asString());
        return 20;
    }

    private static String itkName(VoxelType type) {
        return switch (type) {
            case INT8 -> "8-bit signed integer";
            case UINT8 -> "8-bit unsigned integer";
            case INT16 -> "16-bit signed integer";
            case UINT16 -> "16-bit unsigned integer";
            case INT32 -> "32-bit signed integer";
            case UINT32 -> "32-bit unsigned integer";
            case INT64 -> "64-bit signed integer";
            case UINT64 -> "64-bit unsigned integer";
            case FLOAT32 -> "32-bit float";
            case FLOAT64 -> "64-bit float";
        };
    }

    private static String sha1(Volume volume) {
        int voxels = volume.voxels().length();
        ByteBuffer bytes = ByteBuffer.allocate(voxels * volume.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < voxels; n++) {
            double value = volume.voxels().at(n);
            switch (volume.type()) {
                case INT8, UINT8 -> bytes.put((byte) (int) value);
                case INT16, UINT16 -> bytes.putShort((short) (int) value);
                case INT32, UINT32 -> bytes.putInt((int) (long) value);
                case FLOAT32 -> bytes.putFloat((float) value);
                case FLOAT64 -> bytes.putDouble(value);
                case INT64, UINT64 -> throw new IllegalArgumentException("no reference case has 64-bit integers");
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
