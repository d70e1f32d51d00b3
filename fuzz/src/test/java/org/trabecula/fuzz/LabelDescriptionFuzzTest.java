package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.trabecula.extraction.region.VertebraLabels;
import org.trabecula.image.Grid;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// ITK-SNAP's label description beside a mask.
@Timeout(60)
class LabelDescriptionFuzzTest {
    private static final Path FOLDER = HostileInput.folder("labels");
    /// The text, its lines and their matches; texts of more than a mebibyte are none of ours.
    private static final HostileInput BOUNDS = new HostileInput(32 * HostileInput.MIB);

    @FuzzTest
    void description(byte[] input) throws Exception {
        Path mask = FOLDER.resolve("mask.nii");
        if (!Files.exists(mask)) {
            Grid grid = Grid.axisAligned(new Size(2, 1, 3), new Spacing(1, 1, 1));
            StandardFormats.ALL.write(Volume.ofShorts(grid, new short[] {0, 1, 2, 3, 20, 21}), mask);
        }
        Files.write(FOLDER.resolve("mask.txt"), input);
        LabelFile labels = StandardFormats.ALL.labels(mask);
        BOUNDS.hold(input.length, () -> VertebraLabels.of(labels, mask));
    }
}
