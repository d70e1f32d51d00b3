package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    /// NIST's examples for SHA-256 (FIPS 180-4).
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
                + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    })
    void isSha256(String text, String expected) {
        assertThat(Hash.sha256Hex(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
    }

    /// Around the size of the pieces in which a file is read, 65,536 bytes.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void aFileHashesAsItsBytes(int size, @TempDir Path folder) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        Path file = Files.write(folder.resolve("bytes"), bytes);
        assertThat(Hash.sha256Hex(file)).isEqualTo(Hash.sha256Hex(bytes));
    }

    @Test
    void hexadecimalKeepsLeadingZerosAndIsLowerCase() {
        assertThat(Hash.hex(new byte[] {0, 10, (byte) 0xFF})).isEqualTo("000aff");
    }
}
