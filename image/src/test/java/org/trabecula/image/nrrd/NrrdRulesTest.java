package org.trabecula.image.nrrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Placement;
import org.trabecula.image.PointMm;
import org.trabecula.image.Spacing;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;

/// The rules of the NRRD format one by one, on files built for each: 3 × 2 × 2 voxels with the values 0 … 11.
class NrrdRulesTest {
    private static final String SPACE = "space: left-posterior-superior\n";
    private static final String STRAIGHT = SPACE + "space directions: (0.5,0,0) (0,0.75,0) (0,0,2)\nspace origin: (1,2,3)\n";
    private static final String BYTES = "type: uint8\ndimension: 3\nsizes: 3 2 2\n";

    @TempDir
    Path folder;

    @Test
    void unitsOfSpaceBecomeMillimetres() throws IOException {
        ImageFile image = open(BYTES + STRAIGHT + "space units: \"cm\" \"cm\" \"cm\"\nencoding: raw\n", voxels());
        assertThat(image.grid().spacing()).isEqualTo(new Spacing(5, 7.5, 20));
        assertThat(image.grid().originMm()).isEqualTo(new PointMm(10, 20, 30));
        assertThatThrownBy(() -> open(BYTES + STRAIGHT + "space units: \"inch\" \"mm\" \"mm\"\nencoding: raw\n", voxels()))
                .hasMessageContaining("GEO-007");
    }

    @Test
    void aMissingOriginIsAssumedAndSaid() throws IOException {
        ImageFile image = open(
                BYTES + SPACE + "space directions: (1,0,0) (0,1,0) (0,0,1)\nencoding: raw\n", voxels());
        assertThat(image.notes()).anyMatch(note -> note.contains("no space origin"));
    }

    @Test
    void bytesAreSkippedInTheDecompressedStreamAndLinesBeforeIt() throws IOException {
        byte[] inflated = new byte[5 + 12];
        System.arraycopy(voxels(), 0, inflated, 5, 12);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write("a line\n".getBytes(StandardCharsets.US_ASCII));
        data.write(gzip(inflated));
        ImageFile image = open(BYTES + STRAIGHT + "encoding: gzip\nline skip: 1\nbyte skip: 5\n", data.toByteArray());
        assertThat(image.read().toDoubles()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void aPaddedSeriesOfCompressedFilesIsOneImage() throws IOException {
        byte[] voxels = voxels();
        Files.write(folder.resolve("s-008.gz"), gzip(java.util.Arrays.copyOfRange(voxels, 0, 6)));
        Files.write(folder.resolve("s-010.gz"), gzip(java.util.Arrays.copyOfRange(voxels, 6, 12)));
        ImageFile image = open(BYTES + STRAIGHT + "encoding: gzip\ndata file: s-%03d.gz 8 10 2\n", new byte[0]);
        assertThat(image.read().toDoubles()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(image.read(new org.trabecula.image.Box(1, 0, 1, 2, 1, 1)).toDoubles()).containsExactly(7, 8, 10, 11);
    }

    @Test
    void dataFilesOutsideTheFolderAreNeverRead() throws IOException {
        for (String name : new String[] {"../secret.raw", "/etc/hostname", "a/../../secret.raw", "%d/../../x.raw 1 2 1"}) {
            assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: raw\ndata file: " + name + "\n", new byte[0]))
                    .as(name)
                    .hasMessageContaining("NRR-007");
        }
        assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: raw\ndata file: LIST\n../x\n../y\n", new byte[0]))
                .hasMessageContaining("NRR-007");
    }

    @Test
    void aSeriesThatNeverEndsIsRefused() {
        for (String range : new String[] {"1 2 0", "1 999999999 1", "5 1 1"}) {
            assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: raw\ndata file: %d.raw " + range + "\n", new byte[0]))
                    .as(range)
                    .hasMessageContaining("NRR-007");
        }
    }

    @Test
    void textVoxelsMustFitTheirType() throws IOException {
        String floats = BYTES.replace("uint8", "float") + STRAIGHT + "encoding: text\n";
        byte[] text = "0 1,2\n3 4 5 6 7 nan -inf 1e3 0.5".getBytes(StandardCharsets.US_ASCII);
        assertThat(open(floats, text).read().toDoubles())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, Double.NaN, Double.NEGATIVE_INFINITY, 1000, 0.5);
        for (String bad : new String[] {"256", "-1", "1.5", "x", "1e2"}) {
            byte[] words = ("0 1 2 3 4 5 6 7 8 9 10 " + bad).getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: text\n", words).read())
                    .as(bad)
                    .hasMessageContaining("NRR-009");
        }
        byte[] few = "0 1 2 3 4 5 6 7 8 9                         10".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: text\n", few).read()).hasMessageContaining("NRR-008");
    }

    @Test
    void hexadecimalVoxelsMayBeBrokenIntoLines() throws IOException {
        byte[] hex = "00 01 02\n03 0405\r\n06 07 08 09 0a 0B\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(open(BYTES + STRAIGHT + "encoding: hex\n", hex).read().at(2, 1, 1)).isEqualTo(11);
        byte[] bad = "00 01 02 03 04 05 06 07 08 09 0a xx".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: hex\n", bad).read()).hasMessageContaining("NRR-009");
    }

    /// The layer axis may stand anywhere; labels of all layers are listed, unnamed ones by number and layer.
    @Test
    void layersAreFoundInAnyPlace() throws IOException {
        for (int place = 0; place < 4; place++) {
            int[] sizes = {3, 2, 2};
            StringBuilder size = new StringBuilder();
            StringBuilder directions = new StringBuilder();
            String[] steps = {"(0.5,0,0)", "(0,0.75,0)", "(0,0,2)"};
            for (int axis = 0, n = 0; axis < 4; axis++) {
                size.append(axis == place ? 2 : sizes[n]).append(' ');
                directions.append(axis == place ? "none" : steps[n++]).append(' ');
            }
            byte[] data = new byte[24];
            int inner = place == 0 ? 1 : place == 1 ? 3 : place == 2 ? 6 : 12;
            for (int voxel = 0; voxel < 12; voxel++) {
                for (int layer = 0; layer < 2; layer++) {
                    data[voxel / inner * inner * 2 + layer * inner + voxel % inner] = (byte) (voxel == 4 + layer ? 9 : 0);
                }
            }
            for (String encoding : new String[] {"raw", "gzip"}) {
                Path file = write(
                        "type: uchar\ndimension: 4\nsizes: " + size + "\n" + SPACE + "space directions: " + directions
                                + "\nspace origin: (0,0,0)\nencoding: " + encoding + "\n",
                        encoding.equals("raw") ? data : gzip(data));
                LabelFile labels = StandardFormats.ALL.labels(file);
                assertThat(labels.labels()).as("place %d, %s", place, encoding).hasSize(2);
                assertThat(labels.mask(labels.labels().get(0)).at(1, 1, 0)).isTrue();
                assertThat(labels.mask(labels.labels().get(1)).at(2, 1, 0)).isTrue();
                assertThat(labels.labels().get(1).text()).isEqualTo("9 (9, layer 1)");
                assertThatThrownBy(() -> StandardFormats.ALL.open(file)).hasMessageContaining("NRR-010");
            }
        }
    }

    @Test
    void unnamedSpacesArePlacedOnlyWhenAsked() throws IOException {
        String header = BYTES + "space dimension: 3\nspace directions: (0,1,0) (1,0,0) (0,0,1)\nspace origin: (7,8,9)\n"
                + "encoding: raw\n";
        Path file = write(header, voxels());
        assertThatThrownBy(() -> StandardFormats.ALL.open(file)).hasMessageContaining("GEO-005");
        assertThat(StandardFormats.ALL.open(file, Placement.ASSUME_LPS).grid().originMm()).isEqualTo(new PointMm(7, 8, 9));
    }

    @Test
    void everyNameOfATypeIsKnown() throws IOException {
        assertThat(open(BYTES.replace("uint8", "unsigned char") + STRAIGHT + "encoding: raw\n", voxels()).type())
                .isEqualTo(VoxelType.UINT8);
        assertThat(open(BYTES.replace("uint8", "INT8_T") + STRAIGHT + "encoding: raw\n", voxels()).type())
                .isEqualTo(VoxelType.INT8);
        assertThatThrownBy(() -> open(BYTES.replace("uint8", "char") + STRAIGHT + "encoding: raw\n", voxels()))
                .hasMessageContaining("NRR-004");
    }

    @Test
    void headersThatContradictThemselvesAreRefused() {
        for (String wrong : new String[] {
            BYTES + STRAIGHT + "type: short\nencoding: raw\n", // a field twice
            BYTES + STRAIGHT + "encoding raw\n", // no colon
            BYTES + SPACE + "space directions: (1,0,0) (0,1,0)\nencoding: raw\n", // two of three
            BYTES + SPACE + "space directions: (1,0,0) (0,1,0) 5\nencoding: raw\n",
            BYTES + STRAIGHT.replace("(1,2,3)", "(1,2)") + "encoding: raw\n",
            BYTES + STRAIGHT + "encoding: raw\nbyte skip: -2\n",
            BYTES + STRAIGHT + "encoding: gzip\nbyte skip: -1\n",
            BYTES + STRAIGHT + "encoding: raw\nline skip: many\n",
            BYTES.replace("3 2 2", "3 2 x") + STRAIGHT + "encoding: raw\n",
            BYTES.replace("dimension: 3", "dimension: 99") + STRAIGHT + "encoding: raw\n"
        }) {
            assertThatThrownBy(() -> open(wrong, voxels())).as(wrong).hasMessageContaining("NRR-0");
        }
    }

    @Test
    void morePiecesThanVoxelsAllowAreRefused() throws IOException {
        for (int n = 0; n < 5; n++) {
            Files.write(folder.resolve(n + ".raw"), voxels());
        }
        assertThatThrownBy(() -> open(BYTES + STRAIGHT + "encoding: raw\ndata file: %d.raw 0 4 1\n", new byte[0]))
                .hasMessageContaining("NRR-003");
    }

    private static byte[] voxels() {
        byte[] voxels = new byte[12];
        for (int n = 0; n < 12; n++) {
            voxels[n] = (byte) n;
        }
        return voxels;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path write(String header, byte[] data) throws IOException {
        Path file = folder.resolve("image.nrrd");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("NRRD0004\n" + header + (data.length == 0 ? "" : "\n")).getBytes(StandardCharsets.UTF_8));
        bytes.write(data);
        Files.write(file, bytes.toByteArray());
        return file;
    }

    private ImageFile open(String header, byte[] data) throws IOException {
        return StandardFormats.ALL.open(write(header, data));
    }
}
