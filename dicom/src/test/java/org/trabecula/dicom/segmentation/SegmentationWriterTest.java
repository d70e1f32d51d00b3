package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.series.MadeSeries;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.testkit.Conformance;

/// What is written is what is read again, and what PS3.3 A.51 asks for.
class SegmentationWriterTest {
    private static final String UID = "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+";

    @TempDir
    Path folder;

    private ImageFile series(String name) throws IOException {
        return name.equals("made") ? ReadMasks.image(new MadeSeries().write(folder.resolve("made"))) : ReadMasks.image(ReadMasks.reference("ct-series/" + name));
    }

    /// Specks in some slices of a box: runs of all lengths, empty slices between them.
    private static Mask specks(Grid grid, long seed) {
        Random random = new Random(seed);
        Size size = grid.size();
        Box box = new Box(
                Math.max(size.i() / 4, size.i() - 40), Math.max(size.j() / 4, size.j() - 30), 0,
                size.i() - 1, size.j() - 2, Math.min(size.k() - 1, 12));
        boolean[] inside = new boolean[(int) box.size().voxels()];
        int perSlice = box.size().i() * box.size().j();
        for (int n = 0; n < inside.length; n++) {
            inside[n] = n / perSlice % 3 != 1 && random.nextInt(4) > 0;
        }
        return Mask.of(grid, box, inside);
    }

    private Path written(ImageFile image, PatientCopy patient, List<NewSegment> segments) throws IOException {
        Path file = folder.resolve("seg-" + patient + ".dcm");
        SegmentationWriter.on(image, patient).write(segments, file);
        return file;
    }

    private static List<NewSegment> three(Grid grid) {
        return List.of(
                new NewSegment("L1", "label 20", specks(grid, 1)), new NewSegment("vertebrae_T12", "", specks(grid, 2)),
                new NewSegment("Größe \\ 椎体", "", specks(grid, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"made", "base", "oblique", "sagittal", "jitter", "rescale-per-slice", "ts-spine-20", "ts-empty-uids-3", "enhanced"})
    void voxelsComeBackOnTheirSeries(String name) throws IOException {
        ImageFile image = series(name.equals("enhanced") ? enhanced() : name);
        List<NewSegment> segments = three(image.grid());
        LabelFile read = ReadMasks.labels(written(image, PatientCopy.LEFT_OUT, segments), image);
        assertThat(read.labels()).hasSize(3);
        List<String> names = List.of("L1", "vertebrae_T12", "Größe / 椎体");
        for (int n = 0; n < 3; n++) {
            Mask placed = ReadMasks.placed(read, names.get(n), image.grid());
            assertThat(placed.voxelCount()).isEqualTo(segments.get(n).mask().voxelCount());
            assertThat(ReadMasks.sha256(placed)).isEqualTo(ReadMasks.sha256(segments.get(n).mask()));
        }
        Conformance.compared("dicom/seg", 3 * image.grid().size().voxels());
    }

    private static String enhanced() throws IOException {
        try (var files = Files.list(ReadMasks.reference("ct-series/enhanced"))) {
            return "enhanced/" + files.map(file -> file.getFileName().toString()).filter(file -> file.contains("shuffled")).findFirst().orElseThrow();
        }
    }

    /// Without the image the frames alone place it: on a lattice of which the image's is a part.
    @Test
    void voxelsComeBackWithoutTheirSeries() throws IOException {
        ImageFile image = series("made");
        NewSegment one = three(image.grid()).getFirst();
        LabelFile read = ReadMasks.FORMATS.labels(written(image, PatientCopy.LEFT_OUT, List.of(one)));
        assertThat(ReadMasks.sha256(ReadMasks.placed(read, "L1", image.grid()))).isEqualTo(ReadMasks.sha256(one.mask()));
    }

    @Test
    void itNamesItsSeriesAndNobodyElse() throws IOException {
        ImageFile image = series("base");
        Path file = written(image, PatientCopy.LEFT_OUT, three(image.grid()));
        assertThat(ReadMasks.labels(file, image).notes()).noneMatch(note -> note.contains("reference") || note.contains("coordinates"));
        ImageFile other = series("ts-spine-20");
        assertThatThrownBy(() -> ReadMasks.labels(file, other)).hasMessageContaining("DCM-014");
    }

    @Test
    void theSameContentsGiveTheSameBytesAndOthersOtherUids() throws IOException {
        ImageFile image = series("made");
        byte[] first = Files.readAllBytes(written(image, PatientCopy.LEFT_OUT, three(image.grid())));
        WrittenElements one = WrittenElements.of(folder.resolve("seg-LEFT_OUT.dcm"));
        byte[] again = Files.readAllBytes(written(series("made"), PatientCopy.LEFT_OUT, three(image.grid())));
        assertThat(again).isEqualTo(first);
        written(image, PatientCopy.LEFT_OUT, three(image.grid()).subList(0, 2));
        WrittenElements other = WrittenElements.of(folder.resolve("seg-LEFT_OUT.dcm"));
        for (int uid : new int[] {0x0008_0018, 0x0020_000E}) {
            assertThat(other.text(uid)).matches(UID).hasSizeLessThanOrEqualTo(64).isNotEqualTo(one.text(uid));
        }
    }

    @Test
    void thePatientIsWrittenOnlyWhenAskedFor() throws IOException {
        ImageFile image = series("made");
        Path without = written(image, PatientCopy.LEFT_OUT, three(image.grid()));
        assertThat(new String(Files.readAllBytes(without), StandardCharsets.ISO_8859_1)).doesNotContain("Synthetic", "4711", "20200102");
        WrittenElements empty = WrittenElements.of(without);
        for (int tag : new int[] {0x0008_0020, 0x0008_0030, 0x0008_0050, 0x0008_0090, 0x0010_0010, 0x0010_0020, 0x0010_0030, 0x0010_0040, 0x0020_0010}) {
            assertThat(empty.has(tag)).as(Integer.toHexString(tag)).isTrue();
            assertThat(empty.hasValue(tag)).as(Integer.toHexString(tag)).isFalse();
        }
        WrittenElements kept = WrittenElements.of(written(image, PatientCopy.KEPT, three(image.grid())));
        assertThat(kept.text(0x0010_0010)).isEqualTo("Test^Synthetic");
        assertThat(kept.text(0x0010_0020)).isEqualTo("4711");
        assertThat(kept.text(0x0008_0020)).isEqualTo("20200102").isEqualTo(kept.text(0x0008_0023));
        assertThat(kept.text(0x0020_000D)).isEqualTo(empty.text(0x0020_000D));
        assertThat(kept.text(0x0008_0018)).isNotEqualTo(empty.text(0x0008_0018));
    }

    @Test
    void probabilitiesAreWrittenInStepsOf255() throws IOException {
        ImageFile image = series("made");
        Size size = image.grid().size();
        float[] values = new float[(int) size.voxels()];
        Random random = new Random(4);
        for (int n = size.i() * size.j(); n < 3 * size.i() * size.j(); n++) { // two slices of all
            values[n] = random.nextInt(3) == 0 ? random.nextFloat() : 0;
        }
        Volume map = new Volume(image.grid(), image.grid().wholeBox(), VoxelType.FLOAT32, new Volume.Voxels.OfFloat(values));
        Path file = folder.resolve("map.dcm");
        SegmentationWriter.on(image, PatientCopy.LEFT_OUT).write("heat", ProbabilityMap.of(map, image.grid(), "map"), file);
        WrittenElements data = WrittenElements.of(file);
        assertThat(data.text(0x0028_0008)).isEqualTo("2");
        assertThat(data.text(0x0062_0010)).isEqualTo("PROBABILITY");
        byte[] stored = data.bytes(0x7FE0_0010);
        double worst = 0;
        for (int n = 0; n < stored.length; n++) {
            worst = Math.max(worst, Math.abs((stored[n] & 0xff) / 255.0 - values[size.i() * size.j() + n]));
        }
        assertThat(worst).isLessThanOrEqualTo(0.5 / 255 + 1e-9); // rounding to the nearest step, and that of the division
        Mask half = ReadMasks.placed(ReadMasks.labels(file, image), "heat", image.grid());
        int expected = 0;
        for (float value : values) {
            expected += 2 * Math.rint(value * 255.0) >= 255 ? 1 : 0;
        }
        assertThat(half.voxelCount()).isEqualTo(expected);
        values[6] = 1.5f;
        assertThatThrownBy(() -> ProbabilityMap.of(map, image.grid(), "map")).hasMessageContaining("DCM-018").hasMessageContaining("(6, 0, 0)");
        values[6] = Float.NaN;
        assertThatThrownBy(() -> ProbabilityMap.of(map, image.grid(), "map")).hasMessageContaining("DCM-018");
    }

    @Test
    void anImageWithoutSeriesIsRefused() throws IOException {
        Grid grid = Grid.axisAligned(new Size(4, 4, 4), new Spacing(1, 1, 1));
        assertThatThrownBy(() -> SegmentationWriter.on(new OnlyGrid(grid), PatientCopy.LEFT_OUT)).hasMessageContaining("DCM-017");
    }

    /// Every attribute that the modules of A.51 require (type 1, and 1C and 2 where their condition holds), and how they hang together.
    @Test
    void everyRequiredAttributeStandsThere() throws IOException {
        ImageFile image = series("made");
        List<NewSegment> segments = three(image.grid());
        WrittenElements data = WrittenElements.of(written(image, PatientCopy.LEFT_OUT, segments));
        int[] type1 = {
            0x0008_0008, 0x0008_0016, 0x0008_0018, // image type, SOP common
            0x0008_0023, 0x0008_0033, 0x0020_0013, // multi-frame functional groups, content identification
            0x0008_0060, 0x0020_000E, 0x0020_0011, // series, segmentation series
            0x0008_0070, 0x0008_1090, 0x0018_1000, 0x0018_1020, // enhanced general equipment
            0x0020_000D, 0x0020_0052, // study, frame of reference
            0x0028_0002, 0x0028_0004, 0x0028_0008, 0x0028_0010, 0x0028_0011, 0x0028_0100, 0x0028_0101, 0x0028_0102, 0x0028_0103, 0x0028_2110,
            0x0062_0001, 0x0062_0002, 0x0070_0080, // segmentation image
            0x0020_9221, 0x0020_9222, 0x5200_9229, 0x5200_9230, 0x0008_1115, 0x7FE0_0010
        };
        for (int tag : type1) {
            assertThat(data.hasValue(tag)).as("type 1: %08x", tag).isTrue();
        }
        for (int tag : new int[] {0x0070_0081, 0x0070_0084, 0x0020_1040, 0x0008_0090, 0x0008_0050}) {
            assertThat(data.has(tag)).as("type 2: %08x", tag).isTrue();
        }
        assertThat(data.text(0x0008_0060)).isEqualTo("SEG");
        assertThat(data.text(0x0008_0016)).isEqualTo("1.2.840.10008.5.1.4.1.1.66.4");
        assertThat(data.text(0x0008_0008)).isEqualTo("DERIVED\\PRIMARY");
        assertThat(data.text(0x0062_0013)).isEqualTo("YES"); // three clouds of specks in one box overlap
        segmentsAreNumberedAndCoded(data);
        framesHangTogether(data, image);
    }

    private static void segmentsAreNumberedAndCoded(WrittenElements data) {
        List<WrittenElements> segments = data.all(0x0062_0002);
        for (int n = 0; n < segments.size(); n++) {
            WrittenElements segment = segments.get(n);
            assertThat(segment.unsigned16(0x0062_0004)).isEqualTo(n + 1);
            assertThat(segment.hasValue(0x0062_0005)).isTrue();
            assertThat(segment.text(0x0062_0008)).isIn("SEMIAUTOMATIC", "AUTOMATIC");
            assertThat(segment.hasValue(0x0062_0009)).isTrue(); // 1C: not MANUAL
            for (int sequence : new int[] {0x0062_0003, 0x0062_000F}) {
                for (int code : new int[] {0x0008_0100, 0x0008_0102, 0x0008_0104}) {
                    assertThat(segment.first(sequence).hasValue(code)).isTrue();
                }
            }
        }
        assertThat(segments.get(0).first(0x0062_000F).text(0x0008_0104)).isEqualTo("L1 vertebra");
        assertThat(segments.get(1).first(0x0062_000F).text(0x0008_0100)).isEqualTo("23215003");
        assertThat(segments.get(2).first(0x0062_000F).text(0x0008_0104)).isEqualTo("Tissue");
    }

    private static void framesHangTogether(WrittenElements data, ImageFile image) {
        List<WrittenElements> frames = data.all(0x5200_9230);
        int count = Integer.parseInt(data.text(0x0028_0008));
        assertThat(frames).hasSize(count);
        int pixels = data.unsigned16(0x0028_0010) * data.unsigned16(0x0028_0011);
        assertThat(data.bytes(0x7FE0_0010)).hasSize(Math.ceilDiv(Math.ceilDiv(count * pixels, 8), 2) * 2);
        String organization = data.first(0x0020_9221).text(0x0020_9164);
        assertThat(data.all(0x0020_9222)).hasSize(2).allMatch(index -> index.text(0x0020_9164).equals(organization) && index.hasValue(0x0020_9165));
        WrittenElements shared = data.first(0x5200_9229);
        assertThat(shared.first(0x0020_9116).hasValue(0x0020_0037)).isTrue();
        for (int measure : new int[] {0x0018_0050, 0x0018_0088, 0x0028_0030}) {
            assertThat(shared.first(0x0028_9110).hasValue(measure)).isTrue();
        }
        TreeSet<String> named = new TreeSet<>();
        data.first(0x0008_1115).all(0x0008_114A).forEach(instance -> named.add(instance.text(0x0008_1155)));
        assertThat(named).hasSize(image.grid().size().k());
        for (WrittenElements frame : frames) {
            assertThat(frame.first(0x0020_9111).bytes(0x0020_9157)).hasSize(2 * Integer.BYTES);
            assertThat(frame.first(0x0020_9113).text(0x0020_0032).split("\\\\")).hasSize(3).allMatch(number -> number.length() <= 16);
            assertThat(frame.first(0x0062_000A).unsigned16(0x0062_000B)).isBetween(1, 3);
            WrittenElements derivation = frame.first(0x0008_9124);
            assertThat(derivation.first(0x0008_9215).text(0x0008_0100)).isEqualTo("113076");
            assertThat(named).contains(derivation.first(0x0008_2112).text(0x0008_1155));
            assertThat(derivation.first(0x0008_2112).first(0x0040_A170).text(0x0008_0100)).isEqualTo("121322");
        }
    }
}
