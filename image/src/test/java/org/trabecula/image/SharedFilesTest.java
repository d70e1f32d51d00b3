package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.image.formats.StandardFormats;

/// A scan of several regions is decoded once, and read as the formats read it.
class SharedFilesTest {
    private static final Size SIZE = new Size(12, 10, 8);
    private static final long ROOM = 1 << 20;
    private static final Box FIRST = new Box(1, 2, 3, 4, 6, 5);
    private static final Box SECOND = new Box(5, 2, 0, 11, 9, 7);

    @TempDir
    Path folder;

    private Path image;
    private Path mask;
    private final CountedFormats counted = new CountedFormats();
    private final List<ImageFile> labelled = counted.labelled();
    private final AtomicInteger opened = counted.opened();
    private final AtomicInteger decoded = counted.decoded();

    @BeforeEach
    void write() throws IOException {
        image = folder.resolve("image.nii.gz");
        mask = folder.resolve("mask.nii.gz");
        short[] values = new short[(int) SIZE.voxels()];
        short[] labels = new short[values.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = (short) (at * 37 % 501 - 200);
            labels[at] = (short) (at % 12 < 4 ? 1 : at % 12 > 7 ? 2 : 0);
        }
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.7, 0.7, 2));
        StandardFormats.ALL.write(Volume.ofShorts(grid, values), image);
        StandardFormats.ALL.write(Volume.ofShorts(grid, labels), mask);
    }

    private SharedFiles shared(long room, int regions) {
        SharedFiles files = new SharedFiles(new ImageFormats(List.of(counted)), room);
        for (int region = 0; region < regions; region++) {
            files.expect(List.of(image, mask));
        }
        return files;
    }

    private double[] plain(Box box) throws IOException {
        return StandardFormats.ALL.open(image).read(box).toDoubles(box);
    }

    @Test
    void aScanOfManyRegionsIsOpenedAndDecodedOnceByAllThreads() throws Exception {
        SharedFiles files = shared(ROOM, 40);
        double[] first = plain(FIRST);
        double[] second = plain(SECOND);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int region = 0; region < 40; region++) {
                Box box = region % 2 == 0 ? FIRST : SECOND;
                double[] expected = region % 2 == 0 ? first : second;
                same.add(threads.submit(() -> Arrays.equals(files.formats().open(image).read(box).toDoubles(box), expected)));
            }
            for (Future<Boolean> one : same) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(opened).hasValue(1);
        assertThat(decoded).hasValue(1);
    }

    @Test
    void theLabelsOfASharedMaskAreCountedOnceAndItsRegionsAreThose() throws IOException {
        SharedFiles files = shared(ROOM, 2);
        LabelFile plain = StandardFormats.ALL.labels(mask);
        for (int number = 1; number <= 2; number++) {
            ImageFile of = files.formats().open(image);
            LabelFile labels = files.formats().labels(mask, Placement.STATED, of);
            assertThat(labels.labels()).isEqualTo(plain.labels());
            assertThat(labels.mask(number).box()).isEqualTo(plain.mask(number).box());
            assertThat(labels.mask(number).toFlags()).isEqualTo(plain.mask(number).toFlags());
        }
        assertThat(decoded).hasValue(1); // the mask; of the image nobody read a voxel
    }

    /// A DICOM mask says on which series it was drawn, which only the format's own image tells.
    @Test
    void aMaskIsOpenedForTheImageAsItsFormatKnowsIt() throws IOException {
        SharedFiles files = shared(ROOM, 2);
        Path own = Files.copy(mask, folder.resolve("own.nii.gz"));
        ImageFile of = files.formats().open(image);
        files.formats().labels(mask, Placement.STATED, of);
        files.formats().labels(own, Placement.STATED, of);
        assertThat(labelled).hasSize(2).allSatisfy(seen -> assertThat(seen).isNotSameAs(of).isNotInstanceOf(DecodedOnce.class));
        assertThat(labelled.getFirst()).isSameAs(labelled.getLast());
    }

    @Test
    void aScanOfOneRegionIsReadAsTheFormatsDo() throws IOException {
        SharedFiles files = shared(ROOM, 1);
        for (int time = 1; time <= 2; time++) {
            assertThat(files.formats().open(image).read(FIRST).held()).isEqualTo(FIRST);
            assertThat(decoded).hasValue(time);
        }
    }

    @Test
    void whatDoesNotFitIsDecodedForEachRegionAndFitsOnceAnotherIsReleased() throws IOException {
        long one = 2 * SIZE.voxels();
        SharedFiles files = shared(one, 2);
        Path other = Files.copy(image, folder.resolve("other.nii.gz"));
        files.expect(List.of(other));
        files.expect(List.of(other));
        assertThat(files.formats().open(image).read(FIRST).held().size()).isEqualTo(SIZE);
        assertThat(files.formats().open(other).read(FIRST).held()).isEqualTo(FIRST);
        files.release(List.of(image, mask));
        assertThat(files.formats().open(other).read(FIRST).held()).isEqualTo(FIRST);
        files.release(List.of(image, mask));
        assertThat(files.formats().open(other).read(FIRST).held().size()).isEqualTo(SIZE);
    }

    @Test
    void filesThatAreSharedAlreadyAreCountedOnWithTheirRoom() throws IOException {
        SharedFiles files = shared(ROOM, 1);
        SharedFiles within = SharedFiles.of(files.formats(), 0);
        within.expect(List.of(image));
        assertThat(within.formats().open(image).read(FIRST).held().size()).isEqualTo(SIZE);
        within.release(List.of(image));
        assertThat(within.formats().open(image).read(FIRST).held().size()).isEqualTo(SIZE);
        files.release(List.of(image));
        assertThat(within.formats().open(image).read(FIRST).held()).isEqualTo(FIRST);
        assertThat(decoded).hasValue(2);
    }

    /// What voxels take in memory counts, not in the file: 16 bits without sign are held in 32.
    @Test
    void theRoomIsCountedAsVoxelsAreHeld() throws IOException {
        int[] values = new int[(int) SIZE.voxels()];
        Grid grid = Grid.axisAligned(SIZE, new Spacing(0.7, 0.7, 2));
        StandardFormats.ALL.write(new Volume(grid, grid.wholeBox(), VoxelType.UINT16, new Volume.Voxels.OfInt(values)), image);
        assertThat(shared(Integer.BYTES * SIZE.voxels() - 1, 2).formats().open(image).read(FIRST).held()).isEqualTo(FIRST);
        assertThat(shared(Integer.BYTES * SIZE.voxels(), 2).formats().open(image).read(FIRST).held().size()).isEqualTo(SIZE);
    }

    /// The end of a gzip file cut off: slices before the damage are read, by themselves as beside others.
    @Test
    void damageBehindARegionRefusesNobodyElse() throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        Files.write(image, Arrays.copyOf(bytes, bytes.length * 3 / 4));
        Box early = new Box(1, 2, 0, 4, 6, 1);
        Box late = new Box(1, 2, 0, 4, 6, 7);
        SharedFiles files = shared(ROOM, 2);
        assertThat(files.formats().open(image).read(early).toDoubles(early)).isEqualTo(plain(early));
        assertThatThrownBy(() -> files.formats().open(image).read(late)).isInstanceOf(InputException.class);
    }
}
