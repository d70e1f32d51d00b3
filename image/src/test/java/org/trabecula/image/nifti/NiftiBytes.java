package org.trabecula.image.nifti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// A NIfTI-1 file built byte by byte: 3 × 2 × 2 voxels of int16 with the values 0 … 11, unless changed.
final class NiftiBytes {
    private final ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);

    NiftiBytes() {
        header.putInt(0, 348);
        dim(3, 3, 2, 2);
        pixdim(1, 0.5f, 0.75f, 2);
        header.putShort(70, (short) 4);
        header.putShort(72, (short) 16);
        voxOffset(352);
        units(2);
        magic("n+1");
    }

    NiftiBytes dim(int... dim) {
        for (int n = 0; n < dim.length; n++) {
            header.putShort(40 + 2 * n, (short) dim[n]);
        }
        return this;
    }

    NiftiBytes pixdim(float... pixdim) {
        return floats(76, pixdim);
    }

    NiftiBytes voxOffset(float offset) {
        return floats(108, offset);
    }

    NiftiBytes scaling(float slope, float intercept) {
        return floats(112, slope, intercept);
    }

    NiftiBytes units(int code) {
        header.put(123, (byte) code);
        return this;
    }

    NiftiBytes qform(int code, float b, float c, float d, float x, float y, float z) {
        header.putShort(252, (short) code);
        return floats(256, b, c, d, x, y, z);
    }

    NiftiBytes sform(int code, float... rows) {
        header.putShort(254, (short) code);
        return floats(280, rows);
    }

    /// An sform along the axes, of the default spacing.
    NiftiBytes straight() {
        return sform(1, -0.5f, 0, 0, 10, 0, -0.75f, 0, 20, 0, 0, 2, 30);
    }

    NiftiBytes magic(String magic) {
        header.put(344, magic.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private NiftiBytes floats(int at, float... values) {
        for (int n = 0; n < values.length; n++) {
            header.putFloat(at + 4 * n, values[n]);
        }
        return this;
    }

    byte[] header() {
        return header.array().clone();
    }

    static byte[] voxels() {
        ByteBuffer voxels = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (short n = 0; n < 12; n++) {
            voxels.putShort(n);
        }
        return voxels.array();
    }

    /// Header and voxels in one file.
    Path writeTo(Path file) throws IOException {
        byte[] whole = java.util.Arrays.copyOf(header(), 352 + 24);
        System.arraycopy(voxels(), 0, whole, 352, 24);
        return write(file, whole);
    }

    /// Compressed if the name ends in `.gz`.
    static Path write(Path file, byte[] bytes) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.write(file, bytes);
        }
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }
}
