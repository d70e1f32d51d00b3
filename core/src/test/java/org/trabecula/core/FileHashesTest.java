package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {
    @TempDir
    Path folder;

    /// The check values of CRC-32 (ISO 3309) and CRC-32C (RFC 3720) for "123456789", and its nine bytes.
    @Test
    void aPrintIsBothChecksumsAndTheLength() throws IOException {
        Path file = Files.writeString(folder.resolve("nine"), "123456789", StandardCharsets.US_ASCII);
        assertThat(new FileHashes().print(file)).isEqualTo("cbf43926e3069283-9");
    }

    @Test
    void everyChangedBitChangesThePrint() throws IOException {
        byte[] bytes = new byte[70_000];
        Set<String> prints = new HashSet<>();
        prints.add(print(bytes));
        for (int bit = 0; bit < 8 * bytes.length; bit += 1009) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(prints.add(print(bytes))).isTrue();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void aFileIsReadOnceARun() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        FileHashes hashes = new FileHashes();
        String print = hashes.print(file);
        String hash = hashes.of(file);
        Files.writeString(file, "after it");
        assertThat(hashes.print(file)).isEqualTo(print);
        assertThat(hashes.of(file)).isEqualTo(hash).isNotEqualTo(new FileHashes().of(file));
    }

    private String print(byte[] bytes) throws IOException {
        return new FileHashes().print(Files.write(folder.resolve("bytes"), bytes));
    }
}
