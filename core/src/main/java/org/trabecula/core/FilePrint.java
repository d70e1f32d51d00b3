package org.trabecula.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// A print by which a changed file is told from what it was: CRC-32, CRC-32C and the number of its bytes. Two contents have the same
/// print once in 2⁶⁴ by chance; against intent there is [Hash]. The processor computes it at several gigabytes a second from the first
/// byte on, where SHA-256 waits for the optimising compiler, which a short run never meets.
final class FilePrint {
    private static final int BUFFER_BYTES = 1 << 16;

    private FilePrint() {}

    static String of(Path file) throws IOException {
        CRC32 crc = new CRC32();
        CRC32C castagnoli = new CRC32C();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
                castagnoli.update(buffer, 0, n);
                bytes += n;
            }
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((int) crc.getValue()) + hex.toHexDigits((int) castagnoli.getValue()) + '-' + bytes;
    }
}
