package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.image.nrrd.NrrdFile;
import org.trabecula.image.nrrd.NrrdWriter;
import org.trabecula.image.stored.VoxelCodec;

/// What is written is read again: every type, flipped and oblique axes, in every kind of file that is written.
class RoundTripTest {
    private static final Size SIZE = new Size(7, 5, 4);

    @TempDir
    Path folder;

    static Stream<Arguments> typesAndEndings() {
        List<Arguments> all = new ArrayList<>();
        for (VoxelType type : VoxelType.values()) {
            for (String ending : new String[] {".nii", ".nii.gz", ".nrrd"}) {
                all.add(Arguments.of(type, ending));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("typesAndEndings")
    void everyTypeComesBackWithItsValues(VoxelType type, String ending) throws IOException {
        Volume written = volume(type, Grid.axisAligned(SIZE, new Spacing(0.5, 0.75, 3)));
        Path file = folder.resolve("volume" + ending);
        StandardFormats.ALL.write(written, file);
        ImageFile read = StandardFormats.ALL.open(file);
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.grid()).isEqualTo(written.grid()); // these spacings are exact in 32 bits
        assertThat(read.notes()).isEmpty();
        assertThat(read.read().toDoubles()).isEqualTo(written.toDoubles());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("typesAndEndings")
    void anImageWrittenWhileItIsReadHasTheSameBytes(VoxelType type, String ending) throws IOException {
        Path source = folder.resolve("source.nrrd");
        StandardFormats.ALL.write(volume(type, Grid.axisAligned(SIZE, new Spacing(0.5, 0.75, 3))), source);
        ImageFile image = StandardFormats.ALL.open(source);
        Path whole = folder.resolve("whole" + ending);
        StandardFormats.ALL.write(image.read(), whole);
        Path streamed = folder.resolve("streamed" + ending);
        List<Integer> seen = new ArrayList<>();
        StandardFormats.ALL.write(image, streamed, (k, slice) -> {
            seen.add(k);
            assertThat(slice.length()).isEqualTo(SIZE.i() * SIZE.j());
        });
        assertThat(streamed).hasSameBinaryContentAs(whole);
        assertThat(seen).containsExactly(0, 1, 2, 3);
    }

    /// NRRD keeps each step vector as doubles; splitting it into length and direction again costs at most a few ulp.
    @Test
    void nrrdKeepsAnyOrientation() throws IOException {
        SplittableRandom random = new RandomStreams(1).stream("nrrd-orientations");
        for (int n = 0; n < 60; n++) {
            Grid grid = randomGrid(random, n);
            Path file = folder.resolve("oblique.nrrd");
            NrrdWriter.write(volume(VoxelType.INT16, grid), file, NrrdWriter.Encoding.RAW);
            assertClose(StandardFormats.ALL.open(file).grid(), grid, 1e-13);
        }
    }

    /// NIfTI-1 keeps 32-bit floats: relative rounding 6e-8 of coordinates up to some hundred millimetres.
    @Test
    void niftiKeepsAnyOrientation() throws IOException {
        SplittableRandom random = new RandomStreams(1).stream("nifti-orientations");
        for (int n = 0; n < 60; n++) {
            Grid grid = randomGrid(random, n);
            Path file = folder.resolve("oblique.nii");
            StandardFormats.ALL.write(volume(VoxelType.INT16, grid), file);
            ImageFile read = StandardFormats.ALL.open(file);
            assertClose(read.grid(), grid, 2e-7);
            assertThat(read.notes()).as("sform and qform say the same").isEmpty();
        }
    }

    /// The qform alone must lead to the same place: its code stays, the sform's is set to 0.
    @Test
    void niftiQformAloneKeepsAnyOrientation() throws IOException {
        SplittableRandom random = new RandomStreams(1).stream("qform-orientations");
        for (int n = 0; n < 60; n++) {
            Grid grid = randomGrid(random, n);
            Path file = folder.resolve("qform.nii");
            StandardFormats.ALL.write(volume(VoxelType.UINT8, grid), file);
            byte[] bytes = Files.readAllBytes(file);
            bytes[254] = 0; // sform_code
            Files.write(file, bytes);
            assertClose(StandardFormats.ALL.open(file).grid(), grid, 1e-6); // a = √(1 − b² − c² − d²) loses digits near a half turn
        }
    }

    @Test
    void aHeldPartIsWrittenOnItsOwnGrid() throws IOException {
        Volume whole = volume(VoxelType.INT16, Grid.axisAligned(SIZE, Spacing.isotropic(2)));
        Path file = folder.resolve("whole.nii.gz");
        StandardFormats.ALL.write(whole, file);
        Box box = new Box(2, 1, 1, 4, 3, 2);
        Volume part = StandardFormats.ALL.open(file).read(box);
        assertThat(part.toDoubles()).isEqualTo(whole.toDoubles(box));
        Path cropped = folder.resolve("part.nrrd");
        StandardFormats.ALL.write(part, cropped);
        Volume read = StandardFormats.ALL.open(cropped).read();
        assertThat(read.grid()).isEqualTo(whole.grid().cropped(box));
        assertThat(read.toDoubles()).isEqualTo(whole.toDoubles(box));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("typesAndEndings")
    void everyBoxHoldsWhatTheWholeHolds(VoxelType type, String ending) throws IOException {
        Volume whole = volume(type, Grid.axisAligned(SIZE, Spacing.isotropic(1)));
        Path file = folder.resolve("boxes" + ending);
        StandardFormats.ALL.write(whole, file);
        ImageFile image = StandardFormats.ALL.open(file);
        SplittableRandom random = new RandomStreams(2).stream("boxes");
        for (int n = 0; n < 20; n++) {
            int[] a = {random.nextInt(7), random.nextInt(5), random.nextInt(4)};
            int[] b = {random.nextInt(a[0], 7), random.nextInt(a[1], 5), random.nextInt(a[2], 4)};
            Box box = new Box(a[0], a[1], a[2], b[0], b[1], b[2]);
            assertThat(image.read(box).toDoubles()).isEqualTo(whole.toDoubles(box));
        }
    }

    @Test
    void theSameVolumeMakesTheSameBytes() throws IOException {
        Volume volume = volume(VoxelType.INT16, Grid.axisAligned(SIZE, Spacing.isotropic(1)));
        for (String ending : new String[] {".nii.gz", ".nrrd"}) {
            StandardFormats.ALL.write(volume, folder.resolve("a" + ending));
            StandardFormats.ALL.write(volume, folder.resolve("b" + ending));
            assertThat(folder.resolve("a" + ending)).hasSameBinaryContentAs(folder.resolve("b" + ending));
        }
    }

    @Test
    void nrrdKeepsItsNotes() throws IOException {
        Path file = folder.resolve("notes.nrrd");
        var notes = java.util.Map.of("made by", "a test", "text", "two\nlines: and a \\ in := them");
        NrrdWriter.write(
                volume(VoxelType.UINT8, Grid.axisAligned(SIZE, Spacing.isotropic(1))), file, NrrdWriter.Encoding.GZIP, notes);
        assertThat(NrrdFile.open(file, Placement.STATED).keyValues()).isEqualTo(notes);
    }

    @Test
    void anEndingThatSaysNothingIsRefused() {
        Volume volume = volume(VoxelType.UINT8, Grid.axisAligned(SIZE, Spacing.isotropic(1)));
        assertThatThrownBy(() -> StandardFormats.ALL.write(volume, folder.resolve("volume.dat")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("IMG-005");
    }

    @Test
    void anAxisTooLongForNiftiIsRefused() {
        Grid line = Grid.axisAligned(new Size(40_000, 1, 1), Spacing.isotropic(1));
        assertThatThrownBy(() -> StandardFormats.ALL.write(volume(VoxelType.UINT8, line), folder.resolve("line.nii")))
                .hasMessageContaining("NII-011");
    }

    /// Values over the whole range of the type, its ends included.
    private static Volume volume(VoxelType type, Grid grid) {
        SplittableRandom random = new RandomStreams(3).stream("voxels");
        int count = (int) grid.size().voxels();
        double[] values = new double[count];
        for (int n = 0; n < count; n++) {
            double share = n == 0 ? 0 : n == 1 ? 1 : random.nextDouble();
            double value = type.lowest() * (1 - share) + type.highest() * share;
            values[n] = switch (type) {
                case FLOAT64 -> value;
                case FLOAT32 -> (float) value;
                case INT64 -> (double) (long) value;
                default -> Math.rint(value);
            };
        }
        return new Volume(grid, grid.wholeBox(), type, store(type, values));
    }

    private static Volume.Voxels store(VoxelType type, double[] values) {
        Volume.Voxels store = VoxelCodec.allocate(type, values.length);
        for (int n = 0; n < values.length; n++) {
            switch (store) {
                case Volume.Voxels.OfShort(short[] v) -> v[n] = (short) values[n];
                case Volume.Voxels.OfInt(int[] v) -> v[n] = (int) values[n];
                case Volume.Voxels.OfFloat(float[] v) -> v[n] = (float) values[n];
                case Volume.Voxels.OfDouble(double[] v) -> v[n] = values[n];
            }
        }
        return store;
    }

    /// Rotations about all axes, half turns among them; every other one mirrored.
    static Grid randomGrid(SplittableRandom random, int n) {
        double[] angles = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            angles[axis] = n % 3 == 0 ? Math.PI / 2 * random.nextInt(4) : random.nextDouble(-Math.PI, Math.PI);
        }
        Mat3 direction = turn(0, angles[0]).times(turn(1, angles[1])).times(turn(2, angles[2]));
        if (n % 2 == 1) {
            direction = direction.times(Mat3.diagonal(1, 1, -1));
        }
        return new Grid(
                SIZE,
                new Spacing(random.nextDouble(0.3, 4), random.nextDouble(0.3, 4), random.nextDouble(0.3, 4)),
                new PointMm(random.nextDouble(-400, 400), random.nextDouble(-400, 400), random.nextDouble(-900, 900)),
                direction);
    }

    private static Mat3 turn(int axis, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return switch (axis) {
            case 0 -> new Mat3(1, 0, 0, 0, c, -s, 0, s, c);
            case 1 -> new Mat3(c, 0, s, 0, 1, 0, -s, 0, c);
            default -> new Mat3(c, -s, 0, s, c, 0, 0, 0, 1);
        };
    }

    private static void assertClose(Grid read, Grid written, double relative) {
        assertThat(read.size()).isEqualTo(written.size());
        for (int axis = 0; axis < 3; axis++) {
            assertThat(read.spacing().along(axis))
                    .isCloseTo(written.spacing().along(axis), within(4 * relative));
            assertThat(read.originMm().along(axis))
                    .isCloseTo(written.originMm().along(axis), within(900 * relative));
            for (int row = 0; row < 3; row++) {
                assertThat(read.direction().at(row, axis)).isCloseTo(written.direction().at(row, axis), within(2 * relative));
            }
        }
    }
}
