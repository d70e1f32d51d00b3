package org.trabecula.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.FileHashes;

/// Voxels that lie in another file than the header are content too.
class ImageHashesTest {
    @TempDir
    Path folder;

    private String hash(String header) throws IOException {
        return new ImageHashes(new FileHashes()).of(folder.resolve(header));
    }

    @ParameterizedTest(name = "{0} with {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ct.hdr    | x                                     | ct.img
            ct.HDR    | x                                     | ct.IMG
            ct.img.gz | x                                     | ct.hdr.gz
            ct.nhdr   | NRRD0004~data file: ct.raw~           | ct.raw
            ct.nhdr   | NRRD0004~data file: other name.raw~   | other name.raw
            ct.nrrd   | NRRD0004~datafile: below/v.raw~       | below/v.raw
            ct.nhdr   | NRRD0004~data file: LIST~a.raw~b.raw~ | b.raw
            ct.nhdr   | NRRD0004~data file: s-%03d.raw 1 40 1 | s-007.raw
            ct.nhdr   | NRRD0004~data file: odd[1]{2}.raw     | odd[1]{2}.raw
            """)
    void anotherFileOfVoxelsIsAnotherContent(String header, String text, String voxels) throws IOException {
        Files.writeString(folder.resolve(header), text.replace('~', '\n'));
        Path data = folder.resolve(voxels);
        Files.createDirectories(data.getParent());
        Files.writeString(data, "first");
        Files.writeString(folder.resolve("unrelated.raw"), "1");
        String before = hash(header);
        Files.writeString(folder.resolve("unrelated.raw"), "2");
        assertThat(hash(header)).as("a file that is not named").isEqualTo(before);
        Files.writeString(data, "second");
        assertThat(hash(header)).isNotEqualTo(before);
    }
}
