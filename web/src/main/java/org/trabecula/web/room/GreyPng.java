package org.trabecula.web.room;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Pictures of 8-bit grey as PNG (ISO/IEC 15948), written fast instead of small: they go no further than this computer or the next room, and the
/// platform's own writer takes several times as long, which people who leaf through slices side by side would wait for.
final class GreyPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /// Each row as its difference from the row above.
    private static final byte UP = 2;
    private static final int HEADER_BYTES = 13;
    private static final int BUFFER_BYTES = 1 << 16;

    private GreyPng() {}

    /// @param grey row by row
    static byte[] of(int columns, int rows, byte[] grey) throws IOException {
        if (grey.length != columns * rows) {
            throw new IllegalArgumentException(grey.length + " pixels for " + columns + " × " + rows);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(grey.length / 2);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(columns, rows));
        chunk(out, "IDAT", deflated(filtered(columns, rows, grey)));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] header(int columns, int rows) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream(HEADER_BYTES);
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(columns);
        out.writeInt(rows);
        out.write(new byte[] {8, 0, 0, 0, 0}); // bits, grey, and the only ways of packing, filtering and order
        return header.toByteArray();
    }

    private static byte[] filtered(int columns, int rows, byte[] grey) {
        byte[] filtered = new byte[rows * (columns + 1)];
        int to = 0;
        for (int row = 0; row < rows; row++) {
            filtered[to++] = UP;
            for (int at = row * columns; at < (row + 1) * columns; at++) {
                filtered[to++] = (byte) (grey[at] - (row == 0 ? 0 : grey[at - columns]));
            }
        }
        return filtered;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
