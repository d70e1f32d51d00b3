package org.trabecula.study.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FirstDifferenceTest {
    private static final byte[] BEFORE = bytes("id,a,b\nx,1,2\ny,3,4\n");
    private static final byte[] NOW = bytes("id,a,b\nx,1,2\ny,3,4.5\n");

    @Test
    void theSameBytesDoNotDiffer() throws IOException {
        assertThat(FirstDifference.of("a.csv", BEFORE, BEFORE.clone())).isEmpty();
    }

    @Test
    void aTableIsToldByLineAndColumnPackedOrNot() throws IOException {
        assertThat(FirstDifference.of("a.csv", BEFORE, NOW)).contains(new FileDifference("a.csv", "line 3, column b", "4", "4.5"));
        assertThat(FirstDifference.of("a.csv.gz", packed(BEFORE), packed(NOW)))
                .contains(new FileDifference("a.csv.gz", "line 3, column b", "4", "4.5"));
    }

    @Test
    void aRowThatIsMissingIsTheEnd() throws IOException {
        assertThat(FirstDifference.of("a.csv", BEFORE, bytes("id,a,b\nx,1,2\n")))
                .contains(new FileDifference("a.csv", "line 3", "y,3,4", "the end"));
    }

    @Test
    void aLongLineIsShownAroundThePlace() throws IOException {
        String same = "<p>".repeat(50);
        FileDifference found = FirstDifference.of("a.html", bytes(same + "one"), bytes(same + "two")).orElseThrow();
        assertThat(found.where()).isEqualTo("line 1, character 151");
        assertThat(found.before()).startsWith("…").endsWith("<p>one");
        assertThat(found.now()).endsWith("<p>two");
    }

    @Test
    void aBundleIsToldByItsEntry() throws IOException {
        FileDifference found =
                FirstDifference.of("m.trabecula", zip("model.json", "{\n1\n}"), zip("model.json", "{\n2\n}")).orElseThrow();
        assertThat(found.where()).isEqualTo("entry model.json, line 2, character 1");
        assertThat(FirstDifference.of("m.trabecula", zip("a", "1"), zip("b", "1")))
                .contains(new FileDifference("m.trabecula", "entry a", "there", "missing"));
    }

    @Test
    void whatIsNoTextIsToldByItsByte() throws IOException {
        assertThat(FirstDifference.of("a.png", new byte[] {(byte) 0x89, 0, 7}, new byte[] {(byte) 0x89, 0, 8}))
                .contains(new FileDifference("a.png", "byte 3", "07", "08"));
        assertThat(FirstDifference.of("a.png", new byte[] {0}, new byte[] {0, 1}))
                .contains(new FileDifference("a.png", "byte 2", "the end", "01"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes(text));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
