package org.trabecula.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.trabecula.core.InputException;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Fuzz;

/// Whatever bytes an image file holds, it is read or refused: as an image and as a label map.
@Execution(ExecutionMode.CONCURRENT)
class ImageReadersFuzzTest {
    private static final Size SIZE = new Size(4, 3, 5);
    private static final String HEADER = """
            NRRD0005
            # a comment
            type: short
            dimension: 3
            space: left-posterior-superior
            sizes: 4 3 5
            space directions: (0.5,0,0) (0,0.75,0) (0,0,2)
            kinds: domain domain domain
            space origin: (1,2,3)
            space units: "mm" "mm" "mm"
            endian: little
            """;

    @TempDir
    Path folder;

    @Test
    void nifti() throws IOException {
        Fuzz.reader("nifti")
                .seed("plain", written("a.nii"))
                .seed("gzip", written("a.nii.gz"))
                .seed("table", Files.readAllBytes(Expected.folder().resolve("nifti/with-extension.nii")))
                .seed("quaternion", Files.readAllBytes(Expected.folder().resolve("nifti/oblique-qform-only.nii")))
                .seed("version 2", Files.readAllBytes(Expected.folder().resolve("nifti/float64-le-nifti2.nii.gz")))
                .head(360)
                .refusesWith(InputException.class)
                .files(".nii", ImageReadersFuzzTest::read);
    }

    @Test
    void nrrd() throws IOException {
        byte[] voxels = new byte[120];
        for (int n = 0; n < voxels.length; n += 2) {
            voxels[n] = (byte) (n % 3);
        }
        Fuzz.reader("nrrd")
                .seed("raw", file(HEADER + "encoding: raw\n", voxels))
                .seed("gzip", file(HEADER + "encoding: gzip\n", gzip(voxels)))
                .seed("skips", file(HEADER + "encoding: raw\nline skip: 1\nbyte skip: 2\n", join("line\nxx", voxels)))
                .seed("hex", file(HEADER + "encoding: hex\n", "01 00 ".repeat(60).getBytes(StandardCharsets.US_ASCII)))
                .seed("text", file(HEADER + "encoding: text\n", "0 1 2 ".repeat(20).getBytes(StandardCharsets.US_ASCII)))
                .seed("bzip2", Files.readAllBytes(Expected.folder().resolve("nrrd/short-bzip2-little.nrrd")))
                .seed("segments", file(segments(), voxels))
                .head(HEADER.length() + 60)
                .refusesWith(InputException.class)
                .files(".nrrd", ImageReadersFuzzTest::read);
    }

    /// The same headers, damaged as texts.
    @Test
    void nrrdHeaders() {
        Fuzz.reader("nrrd-header")
                .seed("text", HEADER + "encoding: text\n\n" + "0 1 2 ".repeat(20))
                .seed("segments", segments().replace("raw", "text") + "\n" + "0 1 2 ".repeat(40))
                .tokens("none", "(", ")", "(1,0,0)", "data file: ", "LIST", "%d", "%09d 1 9 1", "byte skip: -1", "line skip: ", "raw",
                        "gzip", "bzip2", "hex", "spacings: ", "list", "space", "Segment0_Layer:=", ":=", "block", "double",
                        "space dimension: 3", "axis mins: ", "nan", "\\n")
                .refusesWith(InputException.class)
                .files(".nrrd", ImageReadersFuzzTest::read);
    }

    /// As an image where it is one value a voxel, and as a label map; small grids only, whose voxels must then be read.
    private static void read(Path file) throws IOException {
        try {
            ImageFile image = StandardFormats.ALL.open(file);
            if (image.grid().size().voxels() < 1_000_000) {
                image.read();
            }
        } catch (InputException e) {
            if (e.problems().getFirst().code() != ImageProblem.NRRD_LAYERS) {
                throw e;
            }
        }
        try {
            LabelFile labels = StandardFormats.ALL.labels(file);
            labels.mask(labels.labels().getFirst());
            labels.label(labels.labels().getLast().name());
        } catch (InputException e) {
            // a CT is no label map: refusing it is right, whatever the damage
        }
    }

    private static String segments() {
        return HEADER.replace("dimension: 3", "dimension: 4")
                        .replace("sizes: 4 3 5", "sizes: 2 4 3 5")
                        .replace("directions: ", "directions: none ")
                        .replace("kinds: ", "kinds: list ")
                        .replace("short", "uchar")
                + "encoding: raw\nSegment0_ID:=A\nSegment0_Name:=L3\nSegment0_Layer:=0\nSegment0_LabelValue:=1\n"
                + "Segment1_Name:=L2\nSegment1_Layer:=1\nSegment1_LabelValue:=1\n";
    }

    /// Labels 27 to 31 from foot to head, so that L3 is found.
    private byte[] written(String name) throws IOException {
        short[] voxels = new short[60];
        for (int n = 0; n < voxels.length; n++) {
            voxels[n] = (short) (27 + n / 12);
        }
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.5, 0.75, 2));
        Path file = folder.resolve(name);
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), file);
        return Files.readAllBytes(file);
    }

    private static byte[] file(String header, byte[] voxels) {
        return join(header + "\n", voxels);
    }

    private static byte[] join(String text, byte[] bytes) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(bytes);
        return whole.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
