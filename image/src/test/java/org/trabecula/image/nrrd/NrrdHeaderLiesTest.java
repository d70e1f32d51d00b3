package org.trabecula.image.nrrd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Placement;

/// Numbers in a header that cannot be true, or not both, and files that a header must not lead to.
class NrrdHeaderLiesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            # spacings beside space directions
            encoding: raw; spacings: 1 1 1|encoding: raw; GEO-009
            encoding: raw; spacings: 0.5 0.75 2.1|encoding: raw; GEO-009
            encoding: raw; spacings: NaN NaN 3|encoding: raw; GEO-009
            encoding: raw; spacings: 0.5 -0.75 2|encoding: raw; GEO-009
            encoding: raw; spacings: 0.5 0.75 x|encoding: raw; NRR-002
            # steps
            (0,0,2); (0,0,1e-30); GEO-004
            (0,0,2); (0,0,1e5); GEO-004
            (0,0,2); (0,0,0); GEO-004
            (0,0,2); (0,0,nan); GEO-004
            (0.5,0,0) (0,0.75,0) (0,0,2); (0.002,0,0) (0,0.002,0) (0,0,40); GEO-004
            encoding: raw; space units: "m" "m" "m"|encoding: raw; GEO-004
            encoding: raw; space units: "um" "um" "um"|encoding: raw; GEO-004
            # origin
            (1,2,3); (1e8,0,0); GEO-008
            (1,2,3); (0,0,-1.1e7); GEO-008
            (1,2,3); (nan,0,0); GEO-006
            # data files
            encoding: raw; encoding: raw|data file: image.nhdr; NRR-007
            encoding: raw; encoding: raw|data file: ./image.nhdr; NRR-007
            encoding: raw; encoding: raw|data file: link.raw; NRR-007
            encoding: raw; encoding: raw|data file: way/secret.raw; NRR-007
            encoding: raw; encoding: raw|data file: LIST|half.raw|half.raw; NRR-007
            encoding: raw; encoding: raw|data file: %00d.raw 1 2 1; NRR-007
            """)
    void isRefused(String from, String to, String code) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("study"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.write(inside.resolve("half.raw"), NrrdText.voxels(6));
        Files.write(outside.resolve("secret.raw"), NrrdText.voxels(12));
        Files.createSymbolicLink(inside.resolve("link.raw"), outside.resolve("secret.raw"));
        Files.createSymbolicLink(inside.resolve("way"), outside);
        String header = NrrdText.PLACED.replace(from.strip(), to.strip().replace('|', '\n'));
        assertThat(header).isNotEqualTo(NrrdText.PLACED);
        Path file = Files.write(inside.resolve("image.nhdr"), NrrdText.file(header, NrrdText.voxels(12)));
        assertThatThrownBy(() -> NrrdFile.open(file, Placement.STATED).image().read())
                .hasMessageContaining("error " + code.strip());
    }

    @Test
    void spacingsThatSayTheSameAreNoContradiction() throws IOException {
        ImageFile image = open(NrrdText.PLACED + "spacings: 0.5 NaN 2\n");
        assertThat(image.grid().spacing().jMm()).isEqualTo(0.75);
        assertThat(image.notes()).isEmpty();
    }

    @Test
    void axisLimitsBesideDirectionsAreSaid() throws IOException {
        ImageFile image = open(NrrdText.PLACED + "axis mins: 0 0 0\n");
        assertThat(image.notes()).anyMatch(note -> note.contains("'axis mins'"));
    }

    /// A store of links keeps header and data together elsewhere.
    @Test
    void dataBesideALinkedHeaderIsServed() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.write(store.resolve("image.nhdr"), NrrdText.file(NrrdText.PLACED + "data file: v.raw\n", new byte[0]));
        Files.write(store.resolve("v.raw"), NrrdText.voxels(12));
        Path links = Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("image.nhdr"), store.resolve("image.nhdr"));
        Files.createSymbolicLink(links.resolve("v.raw"), store.resolve("v.raw"));
        ImageFile image = NrrdFile.open(links.resolve("image.nhdr"), Placement.STATED).image();
        assertThat(image.read().at(2, 1, 1)).isEqualTo(11);
    }

    /// What another file holds never stands in a message.
    @Test
    void aForeignFileIsNotQuoted() throws IOException {
        Files.writeString(folder.resolve("passwords.txt"), "root:x:0:0:secret secret secret secret secret secret secret secret");
        for (String encoding : new String[] {"text", "hex", "gzip", "bzip2"}) {
            Path file = folder.resolve("image.nhdr");
            Files.write(file, NrrdText.file(
                    NrrdText.PLACED.replace("raw", encoding) + "data file: passwords.txt\n", new byte[0]));
            assertThatThrownBy(() -> NrrdFile.open(file, Placement.STATED).image().read())
                    .as(encoding)
                    .hasMessageContaining("error NRR-0")
                    .message()
                    .doesNotContain("root", "secret");
        }
    }

    private ImageFile open(String header) throws IOException {
        Path file = Files.write(folder.resolve("image.nrrd"), NrrdText.file(header, NrrdText.voxels(12)));
        return NrrdFile.open(file, Placement.STATED).image();
    }
}
