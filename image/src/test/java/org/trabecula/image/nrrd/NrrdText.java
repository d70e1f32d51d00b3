package org.trabecula.image.nrrd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// NRRD files written line by line.
final class NrrdText {
    static final String PLACED = """
            NRRD0004
            type: uint8
            dimension: 3
            space: left-posterior-superior
            sizes: 3 2 2
            space directions: (0.5,0,0) (0,0.75,0) (0,0,2)
            space origin: (1,2,3)
            encoding: raw
            """;

    private NrrdText() {}

    /// A header, its empty line, and bytes.
    static byte[] file(String header, byte[] voxels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((header + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(voxels);
        return bytes.toByteArray();
    }

    static byte[] voxels(int count) {
        byte[] voxels = new byte[count];
        for (int n = 0; n < count; n++) {
            voxels[n] = (byte) n;
        }
        return voxels;
    }
}
