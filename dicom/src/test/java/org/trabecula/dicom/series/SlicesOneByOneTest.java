package org.trabecula.dicom.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.dicom.dataset.MadeFile;
import org.trabecula.dicom.pixel.FrameCodecs;
import org.trabecula.image.Box;
import org.trabecula.image.Volume;

/// A series read slice by slice: decoded by several threads, handed over in order.
class SlicesOneByOneTest {
    private static final int SLICES = 40;
    private static final int WIDTH = 300;
    /// A frame is more than one piece of what is read at a time (128 KiB), and no whole number of pieces.
    private static final int HEIGHT = 301;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 64})
    void slicesAreThoseOfTheWholeForAnyNumberOfThreads(int jobs) throws IOException {
        SeriesImage image = series();
        short[] whole = shorts(image.read().voxels());
        List<Integer> seen = new ArrayList<>();
        image.readSlices(image.grid().wholeBox(), jobs, (k, slice) -> {
            seen.add(k);
            assertThat(shorts(slice)).isEqualTo(Arrays.copyOfRange(whole, k * WIDTH * HEIGHT, (k + 1) * WIDTH * HEIGHT));
        });
        assertThat(seen).hasSize(SLICES).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void partsOfSlicesAreThoseOfTheWhole(int jobs) throws IOException {
        SeriesImage image = series();
        Box box = new Box(3, 5, 11, 290, 250, 33);
        short[] part = shorts(image.read(box).voxels());
        int perSlice = box.size().i() * box.size().j();
        List<Integer> seen = new ArrayList<>();
        image.readSlices(box, jobs, (k, slice) -> {
            assertThat(shorts(slice)).isEqualTo(Arrays.copyOfRange(part, seen.size() * perSlice, (seen.size() + 1) * perSlice));
            seen.add(k);
        });
        assertThat(seen).hasSize(23).isSorted().startsWith(11).endsWith(33);
    }

    /// Of two damaged slices the first in order is told, whichever thread came to its own before.
    @Test
    void theFirstDamagedSliceIsTold() throws IOException {
        SeriesImage image = series();
        for (int k : new int[] {29, 17}) {
            Path file = folder.resolve("im" + (SLICES - k));
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1000));
        }
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> image.readSlices(image.grid().wholeBox(), 4, (k, _) -> seen.add(k)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("DCM-003")
                .hasMessageContaining("im" + (SLICES - 17))
                .hasMessageContaining("1000 bytes early");
        assertThat(seen).hasSize(17);
    }

    private static short[] shorts(Volume.Voxels voxels) {
        return ((Volume.Voxels.OfShort) voxels).values();
    }

    /// Each slice with numbers of its own, and a rescale of its own in every third.
    private SeriesImage series() throws IOException {
        for (int k = 0; k < SLICES; k++) {
            byte[] pixels = new byte[2 * WIDTH * HEIGHT];
            for (int n = 0; n < pixels.length; n += 2) {
                int cell = (n * 31 + k * 1009) % 4001;
                pixels[n] = (byte) cell;
                pixels[n + 1] = (byte) (cell >> 8);
            }
            MadeFile file = new MadeFile()
                    .element(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                    .element(0x0008_0060, "CS", "CT")
                    .element(0x0020_000E, "UI", "2.25.3")
                    .element(0x0020_0032, "DS", "0\\0\\" + k)
                    .element(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")
                    .shorts(0x0028_0002, 1)
                    .element(0x0028_0004, "CS", "MONOCHROME2")
                    .shorts(0x0028_0010, HEIGHT)
                    .shorts(0x0028_0011, WIDTH)
                    .element(0x0028_0030, "DS", "0.75\\0.5")
                    .shorts(0x0028_0100, 16)
                    .shorts(0x0028_0101, 12)
                    .shorts(0x0028_0102, 11)
                    .shorts(0x0028_0103, 0)
                    .element(0x0028_1052, "DS", k % 3 == 0 ? "-1000" : "-1024")
                    .element(0x0028_1053, "DS", k % 3 == 0 ? "2" : "1")
                    .element(0x7FE0_0010, "OW", pixels);
            Files.write(folder.resolve("im" + (SLICES - k)), file.toBytes());
        }
        return DicomSeries.open(folder, FrameCodecs.OWN);
    }
}
