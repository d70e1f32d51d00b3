package org.trabecula.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies as RFC 2046 writes them, and bodies that lie.
class MultipartReaderTest {
    private static final PacsLimits LIMITS = new PacsLimits(200_000, 500_000, 5, 5);

    /// A stream that gives at most `step` bytes at a time, as a slow network does.
    private record Slow(byte[] bytes, int step) {
        InputStream stream() {
            return new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] into, int from, int length) {
                    return super.read(into, from, Math.min(step, length));
                }
            };
        }
    }

    private static List<String> parts(String body, int step) throws IOException {
        MultipartReader reader = new MultipartReader(
                new Slow(body.getBytes(StandardCharsets.ISO_8859_1), step).stream(), "b0", LIMITS, new PacsRefusal("http://pacs"));
        List<String> parts = new ArrayList<>();
        for (Optional<Map<String, String>> head = reader.next(); head.isPresent(); head = reader.next()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(reader.copyTo(out)).isEqualTo(out.size());
            parts.add(out.toString(StandardCharsets.ISO_8859_1));
        }
        return parts;
    }

    /// Contents that almost hold the delimiter, cut at every place by the network.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1 << 16})
    void partsComeOutAsTheyWentIn(int step) throws IOException {
        List<String> contents = List.of(
                "plain", "\r\n--b", "\r\r\n--b\r\n", "\r\n-\r\n--\r", "--b0", "\n--b0\r\n", "\r\n--B0", "\0\u00ff\r".repeat(50));
        for (String content : contents) {
            String head = "--b0\r\nContent-Type: application/dicom\r\n\r\n";
            assertThat(parts(head + content + "\r\n" + head + "second\r\n--b0--\r\n", step)).containsExactly(content, "second");
        }
    }

    @Test
    void aPartMayBeLongerThanTheBuffer() throws IOException {
        String content = "0123456789abcde\r".repeat(10_000);
        assertThat(parts("--b0\r\n\r\n" + content + "\r\n--b0--", 1 << 16)).containsExactly(content);
    }

    @Test
    void whatRfc2046AllowsIsTaken() throws IOException {
        assertThat(parts("\r\n--b0 \t\r\nA: 1\r\n\r\nx\r\n--b0--and an epilogue", 5)).containsExactly("x");
        assertThat(parts("--b0\r\n\r\n\r\n--b0--", 5)).containsExactly(""); // a part without headers and without content
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "--b0", "--b0\r\n", "--b0\r\nA: 1\r\n", "--b0\r\n\r\nx", "--b0\r\n\r\nx\r\n--b0", "--b0\r\n\r\nx\r\n--b0-", // cut
                "--b1\r\n\r\nx\r\n--b1--", "preamble\r\n--b0\r\n\r\nx\r\n--b0--", "\n--b0\r\n\r\nx\r\n--b0--", // another beginning
                "--b0\n\nx\n--b0--", "--b0\r\nA: 1\n\r\nx\r\n--b0--", // lines that end otherwise
                "--b0\r\n\r\nx\r\n--b0z\r\n\r\n\r\n--b0--", // a line that only begins like the boundary
                "--b0\r\nno colon\r\n\r\nx\r\n--b0--", "--b0\r\nA : 1\r\n\r\nx\r\n--b0--", "--b0\r\n folded: 1\r\n\r\nx\r\n--b0--",
                "--b0\r\nA: 1\r\na: 2\r\n\r\nx\r\n--b0--", "--b0\r\nA: \0\r\n\r\nx\r\n--b0--", "--b0\r\nA: \u00e9\r\n\r\nx\r\n--b0--"
            })
    void whatIsNotWholeOrNotWellFormedIsRefused(String body) {
        assertThatThrownBy(() -> parts(body, 3)).hasMessageContaining("PAC-005");
    }

    @Test
    void nothingGrowsBeyondTheLimits() {
        String one = "--b0\r\n\r\nx\r\n";
        assertThatThrownBy(() -> parts(one.repeat(6) + "--b0--", 9)).hasMessageContaining("PAC-006").hasMessageContaining("5 images");
        assertThatThrownBy(() -> parts("--b0\r\n\r\n" + "x".repeat(200_001) + "\r\n--b0--", 9)).hasMessageContaining("PAC-006");
        assertThatThrownBy(() -> parts("--b0\r\n\r\n" + "\r".repeat(200_001) + "\r\n--b0--", 9)).hasMessageContaining("PAC-006");
        assertThatThrownBy(() -> parts(("--b0\r\n\r\n" + "x".repeat(199_999) + "\r\n").repeat(3) + "--b0--", 9_000))
                .hasMessageContaining("PAC-006")
                .hasMessageContaining("500000 bytes");
        assertThatThrownBy(() -> parts("--b0\r\nA: " + "x".repeat(9_000), 9)).hasMessageContaining("PAC-006");
        StringBuilder lines = new StringBuilder("--b0\r\n");
        for (int n = 0; n < 2_000; n++) {
            lines.append("h").append(n).append(": 1\r\n");
        }
        assertThatThrownBy(() -> parts(lines.toString(), 9)).hasMessageContaining("PAC-006");
        assertThatThrownBy(() -> parts("--b0" + " ".repeat(500_000), 9_000)).hasMessageContaining("PAC-006");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nb", "\"", "12345678901234567890123456789012345678901234567890123456789012345678901"})
    void aBoundaryThatCannotBeOneIsRefused(String boundary) {
        assertThatThrownBy(() -> new MultipartReader(InputStream.nullInputStream(), boundary, LIMITS, new PacsRefusal("http://pacs")))
                .hasMessageContaining("PAC-005");
    }

    @Test
    void contentTypesAreReadByTheirGrammar() {
        assertThat(MediaType.parse("Multipart/Related; type=\"application/dicom\"; BOUNDARY=a'b"))
                .contains(new MediaType("multipart/related", Map.of("type", "application/dicom", "boundary", "a'b")));
        assertThat(MediaType.parse("application/dicom+json")).contains(new MediaType("application/dicom+json", Map.of()));
        for (String none : List.of("", "multipart", "a/b;", "a/b; c", "a/b; c=", "a/b; c=\"d", "a/b; c=d e=f", "a/b; c=1; C=2", "a/b; c=\"\n\"")) {
            assertThat(MediaType.parse(none)).as(none).isEmpty();
        }
    }
}
