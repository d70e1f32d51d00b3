package org.trabecula.radiomics.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.radiomics.settings.Settings;

/// Parameter files as editors and shells leave them: read as they say, or refused with their encoding.
class ParameterEncodingTest {
    private static final String TEXT = "# Größe\nsetting:\n  binWidth: 12.5\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} with mark {1}")
    @CsvSource({"UTF-8, ''", "UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void whatAMarkSaysIsRead(String charset, String mark) throws IOException {
        Settings settings = ParameterFile.read(write(mark, TEXT, charset));
        assertThat(settings).isEqualTo(ParameterFile.parse("text", TEXT));
    }

    @ParameterizedTest(name = "{0} with mark {1}: {2}")
    @CsvSource({
        "ISO-8859-1, '', Latin-1", "windows-1252, '', Latin-1", "UTF-16LE, '', UTF-16 without", "UTF-16BE, '', UTF-16 without",
        "ISO-8859-1, EFBBBF, UTF-8", "ISO-8859-1, FFFE, UTF-16LE", "UTF-32, '', UTF-32"
    })
    void anotherEncodingIsNamed(String charset, String mark, String found) throws IOException {
        String text = mark.equals("FFFE") ? TEXT + "x" : TEXT; // an odd number of bytes is no UTF-16
        Path file = write(mark, text, charset);
        assertThatThrownBy(() -> ParameterFile.read(file))
                .hasMessageContaining("error PAR-001")
                .hasMessageContaining("params.yaml")
                .hasMessageContaining(found);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        assertThatThrownBy(() -> ParameterFile.read(folder))
                .hasMessageContaining("error PAR-001")
                .hasMessageContaining("a folder");
        assertThatThrownBy(() -> ParameterFile.read(folder.resolve("none.yaml")))
                .hasMessageContaining("error PAR-001")
                .hasMessageContaining("no such file");
        Path large = Files.write(folder.resolve("large.yaml"), new byte[2_000_000]);
        assertThatThrownBy(() -> ParameterFile.read(large)).hasMessageContaining("error PAR-001").hasMessageContaining("bytes");
    }

    /// A file named by mistake is none of ours to print.
    @Test
    void anotherFileIsNotQuoted() throws IOException {
        Path file = Files.writeString(folder.resolve("passwd"), "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:/usr/sbin\n");
        assertThatThrownBy(() -> ParameterFile.read(file))
                .hasMessageContaining("error PAR-003")
                .message()
                .doesNotContain("root", "daemon");
    }

    private Path write(String mark, String text, String charset) throws IOException {
        byte[] start = HexFormat.of().parseHex(mark);
        byte[] rest = text.getBytes(Charset.forName(charset));
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return Files.write(folder.resolve("params.yaml"), whole);
    }
}
