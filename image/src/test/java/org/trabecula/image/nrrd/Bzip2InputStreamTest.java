package org.trabecula.image.nrrd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Hash;
import org.trabecula.image.stored.DamagedDataException;

/// Streams made with Python 3.11's bz2 (libbzip2 1.0.8), level and content as named.
class Bzip2InputStreamTest {
    @Test
    void aShortTextIsDecompressed() throws IOException {
        assertThat(decompressed(HELLO)).asString(StandardCharsets.US_ASCII).isEqualTo("hello hello hello, bone");
    }

    @Test
    void twoStreamsInARowAreOne() throws IOException {
        byte[] one = HexFormat.of().parseHex(HELLO);
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        try (InputStream in = new Bzip2InputStream(new ByteArrayInputStream(two))) {
            assertThat(in.readAllBytes()).hasSize(46);
        }
    }

    @Test
    void anEmptyStreamHoldsNothing() throws IOException {
        assertThat(decompressed("425a683917724538509000000000")).isEmpty();
    }

    /// 250 000 bytes at level 1: three blocks, long runs, all 256 values.
    @Test
    void severalBlocksAndLongRunsAreDecompressed() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/bzip2/runs-and-blocks.bz2");
                InputStream in = new Bzip2InputStream(file)) {
            byte[] bytes = in.readAllBytes();
            byte[] expected = new byte[250_000];
            for (int n = 0; n < expected.length; n++) {
                expected[n] = (byte) (n % 1000 < 700 ? n / 1000 : n * n >>> 7);
            }
            assertThat(Hash.sha256Hex(bytes)).isEqualTo(Hash.sha256Hex(expected));
        }
    }

    /// One bit turned in any byte: it lies where nothing depends on it (an unused code table, padding), or is noticed.
    @Test
    void damageNeverGivesOtherBytes() throws IOException {
        int noticed = 0;
        for (int at = 0; at < HELLO.length() / 2; at++) {
            byte[] bytes = HexFormat.of().parseHex(HELLO);
            bytes[at] ^= 0x10;
            try {
                assertThat(decompressed(HexFormat.of().formatHex(bytes))).isEqualTo(decompressed(HELLO));
            } catch (DamagedDataException | EOFException e) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(HELLO.length() / 4);
    }

    private static byte[] decompressed(String hex) throws IOException {
        try (InputStream in = new Bzip2InputStream(new ByteArrayInputStream(HexFormat.of().parseHex(hex)))) {
            return in.readAllBytes();
        }
    }

    private static final String HELLO = "425a683931415926535961a8a9fe000004910040041245a000223d20c84302142e31e5221c89e2ee48a70a120c35153fc0";
}
