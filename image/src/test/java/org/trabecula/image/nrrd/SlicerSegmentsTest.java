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
import org.trabecula.image.LabelFile;
import org.trabecula.image.formats.StandardFormats;

/// Which region a segment is, by what the file says of it: three voxels are L1, two are L2.
class SlicerSegmentsTest {
    private static final String LAYERED = NrrdText.PLACED
            .replace("dimension: 3", "dimension: 4")
            .replace("sizes: 3 2 2", "sizes: 2 3 2 2")
            .replace("directions: ", "directions: none ");
    private static final byte[] TWO_LAYERS = {1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] ONE_LAYER = {1, 1, 1, 0, 0, 2, 2, 0, 0, 0, 0, 0};

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} layers, {1}")
    @CsvSource(delimiter = ';', textBlock = """
            2; 0_Name L1, 1_Name L2
            2; 0_ID A, 0_Name L1, 1_ID B, 1_Name L2
            2; 0_Name L1, 0_LabelValue 1, 1_Name L2, 1_LabelValue 1
            2; 0_Name L1, 0_Layer 0, 1_Name L2, 1_Layer 1
            2; 0_Name L2, 0_Layer 1, 0_LabelValue 1, 1_Name L1, 1_Layer 0, 1_LabelValue 1
            2; 1_Name L1, 3_Name L2
            1; 0_Name L1, 0_LabelValue 1, 1_Name L2, 1_LabelValue 2
            1; 0_Name L1, 0_LabelValue 1, 0_Layer 0, 4_Name L2, 4_LabelValue 2, 4_Layer 0
            """)
    void eachNameHasItsRegion(int layers, String keys) throws IOException {
        LabelFile labels = labels(layers, keys);
        assertThat(labels.label("L1").voxelCount()).isEqualTo(3);
        assertThat(labels.label("L2").voxelCount()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} layers, {1}")
    @CsvSource(delimiter = ';', textBlock = """
            1; 0_Name L1, 1_Name L2
            2; 0_Name L1, 1_Name L2, 2_Name L3
            2; 0_Name L1, 0_Layer 0, 1_Name L2
            2; 0_Name L1, 0_Layer 0, 1_Name L2, 1_Layer 0
            2; 0_Name L1, 0_Layer 0, 1_Name L2, 1_Layer 2
            2; 0_Name L1, 0_Layer -1, 1_Name L2, 1_Layer 1
            1; 0_Name L1, 0_LabelValue 1, 1_Name L2, 1_LabelValue 1
            1; 0_Name L1, 0_LabelValue one, 1_Name L2, 1_LabelValue 2
            2; 0_Name L1
            """)
    void whatCannotBeKnownIsRefused(int layers, String keys) {
        assertThatThrownBy(() -> labels(layers, keys)).hasMessageContaining("error NRR-002");
    }

    @Test
    void aSegmentAloneInAPlainFileIsItsOnlyRegion() throws IOException {
        byte[] voxels = {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Path file = Files.write(
                folder.resolve("one.seg.nrrd"), NrrdText.file(NrrdText.PLACED + "Segment0_Name:=L1\n", voxels));
        assertThat(StandardFormats.ALL.labels(file).label("L1").voxelCount()).isEqualTo(3);
    }

    private LabelFile labels(int layers, String keys) throws IOException {
        StringBuilder header = new StringBuilder(layers == 2 ? LAYERED : NrrdText.PLACED);
        for (String key : keys.split(", ")) {
            header.append("Segment").append(key.strip().replace(" ", ":=")).append('\n');
        }
        byte[] voxels = layers == 2 ? TWO_LAYERS : ONE_LAYER;
        Path file = Files.write(folder.resolve("two.seg.nrrd"), NrrdText.file(header.toString(), voxels));
        return StandardFormats.ALL.labels(file);
    }
}
