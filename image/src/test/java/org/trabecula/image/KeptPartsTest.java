package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.image.formats.StandardFormats;

/// What a first step decodes of a large image is kept for the next, and read as the formats read it.
class KeptPartsTest {
    private static final Size SIZE = new Size(24, 20, 16);
    private static final long ROOM = 1 << 20;
    private static final Box REGION = new Box(8, 7, 3, 13, 11, 5);
    private static final Box AROUND = new Box(6, 5, 1, 15, 13, 7);

    @TempDir
    Path folder;

    private final CountedFormats counted = new CountedFormats();
    private Path image;
    private Path mask;

    @BeforeEach
    void write() throws IOException {
        image = folder.resolve("image.nii.gz");
        mask = folder.resolve("mask.nii.gz");
        Random noise = new Random(1);
        short[] values = new short[(int) SIZE.voxels()];
        short[] labels = new short[values.length];
        for (int at = 0; at < values.length; at++) {
            int i = at % SIZE.i();
            int j = at / SIZE.i() % SIZE.j();
            int k = at / (SIZE.i() * SIZE.j());
            values[at] = (short) noise.nextInt(-1000, 1000); // packs hardly at all, so that a cut takes some slices
            labels[at] = (short) (REGION.contains(i, j, k) && (i + j + k) % 5 > 0 ? 7 : 0);
        }
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.7, 0.7, 2));
        StandardFormats.ALL.write(Volume.ofShorts(grid, values), image);
        StandardFormats.ALL.write(Volume.ofShorts(grid, labels), mask);
    }

    private KeptParts kept(long room) {
        return new KeptParts(new ImageFormats(List.of(counted)), room, 2);
    }

    private double[] plain(Box box) throws IOException {
        return StandardFormats.ALL.open(image).read(box).toDoubles(box);
    }

    @Test
    void whatIsReadAgainWithinTheMarginIsDecodedOnce() throws IOException {
        KeptParts files = kept(ROOM);
        for (Box box : List.of(REGION, AROUND, REGION)) {
            Volume read = files.formats().open(image).read(box);
            assertThat(read.held()).isEqualTo(box);
            assertThat(read.type()).isEqualTo(VoxelType.INT16);
            assertThat(read.toDoubles()).isEqualTo(plain(box));
        }
        assertThat(counted.opened()).hasValue(1);
        assertThat(counted.decoded()).hasValue(1);
    }

    @Test
    void whatLiesBeyondTheMarginIsDecodedByItself() throws IOException {
        KeptParts files = kept(ROOM);
        Box beyond = new Box(0, 0, 0, 23, 19, 15);
        files.formats().open(image).read(REGION);
        assertThat(files.formats().open(image).read(beyond).toDoubles(beyond)).isEqualTo(plain(beyond));
        assertThat(files.formats().open(image).read(AROUND).toDoubles(AROUND)).isEqualTo(plain(AROUND));
        assertThat(counted.decoded()).hasValue(2);
    }

    /// A part that is most of its image costs as much to hold as to decode.
    @Test
    void aLargePartIsNotKept() throws IOException {
        KeptParts files = kept(ROOM);
        Box large = new Box(0, 0, 0, 23, 19, 8);
        for (int time = 1; time <= 2; time++) {
            assertThat(files.formats().open(image).read(large).held()).isEqualTo(large);
            assertThat(counted.decoded()).hasValue(time);
        }
    }

    @Test
    void whereThereIsNoRoomEachReadingDecodes() throws IOException {
        KeptParts files = kept(Short.BYTES * AROUND.size().voxels() - 1);
        for (int time = 1; time <= 2; time++) {
            assertThat(files.formats().open(image).read(REGION).held()).isEqualTo(REGION);
            assertThat(counted.decoded()).hasValue(time);
        }
    }

    /// Once to count the labels, once for the voxels of the region, whoever asks.
    @Test
    void aLabelMapIsCountedOnceAndItsRegionDecodedOnce() throws IOException {
        KeptParts files = kept(ROOM);
        LabelFile plain = StandardFormats.ALL.labels(mask);
        for (int time = 0; time < 3; time++) {
            LabelFile labels = files.formats().labels(mask, Placement.STATED, files.formats().open(image));
            assertThat(labels.labels()).isEqualTo(plain.labels());
            assertThat(labels.mask(7).box()).isEqualTo(plain.mask(7).box());
            assertThat(labels.mask(7).toFlags()).isEqualTo(plain.mask(7).toFlags());
        }
        assertThat(counted.decoded()).hasValue(2);
        assertThat(counted.labelled()).hasSize(1).noneMatch(KeptPart.class::isInstance);
    }

    @Test
    void aScanOfSeveralRegionsIsSharedWithinAStep() throws IOException {
        SharedFiles shared = new SharedFiles(kept(ROOM).formats(), ROOM);
        shared.expect(List.of(image, mask));
        shared.expect(List.of(image, mask));
        for (Box box : List.of(REGION, AROUND)) {
            ImageFile opened = shared.formats().open(image);
            assertThat(opened.read(box).toDoubles(box)).isEqualTo(plain(box));
            assertThat(shared.formats().labels(mask, Placement.STATED, opened).mask(7).voxelCount()).isPositive();
        }
        assertThat(counted.labelled()).noneMatch(DecodedOnce.class::isInstance).noneMatch(KeptPart.class::isInstance);
    }

    /// The end of a gzip file cut off within the margin: the region is read, by itself each time.
    @Test
    void damageInTheMarginRefusesNobody() throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        Box early = new Box(1, 2, 0, 4, 6, 1);
        Box late = new Box(1, 2, 12, 4, 6, 15);
        int length = bytes.length;
        do {
            length -= 100;
            Files.write(image, Arrays.copyOf(bytes, length));
        } while (canBeRead(new Box(1, 2, 3, 4, 6, 3)));
        KeptParts files = kept(ROOM);
        assertThat(files.formats().open(image).read(early).toDoubles(early)).isEqualTo(plain(early));
        assertThat(files.formats().open(image).read(early).held()).isEqualTo(early);
        assertThatThrownBy(() -> files.formats().open(image).read(late)).isInstanceOf(InputException.class);
    }

    private boolean canBeRead(Box box) throws IOException {
        try {
            plain(box);
            return true;
        } catch (InputException _) {
            return false;
        }
    }
}
