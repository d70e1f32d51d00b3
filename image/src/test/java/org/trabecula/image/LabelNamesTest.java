package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.image.label.LabelScheme;

/// A vertebra is found by its name in label maps that name nothing, by whatever tells the numbering.
class LabelNamesTest {
    @TempDir
    Path folder;

    /// Numbers from foot to head, one voxel each.
    @ParameterizedTest(name = "{1} among {0}")
    @CsvSource({
        "'27 28 29 30 31 32', L3, 29", // TotalSegmentator 2: 20 is not there
        "'27 28 29 30 31 32', vertebrae_L3, 29",
        "'27 28 29 110', l3, 29", // a rib: version 2 alone counts so far
        "'24 23 22 21 20 19', L3, 22", // VerSe counts downwards
        "'24 23 22 21 20 19', T12, 19",
        "'18 19 20 21 22 23', L3, 20", // TotalSegmentator 1: L3 of the others is no vertebra or stands in another order
        "'29', L3, 29",
        "'29', 29, 29"
    })
    void theOnlyNumberingThatFitsIsTakenAndSaid(String fromFoot, String wanted, int number) throws IOException {
        LabelFile labels = labels(fromFoot);
        assertThat(labels.label(wanted).number()).isEqualTo(number);
        if (!wanted.equals("29")) {
            assertThat(labels.label(wanted).name()).matches("[TL]\\d+");
            assertThat(labels.notes()).hasSize(1).first().asString().contains("label " + number + " taken as");
        } else {
            assertThat(labels.notes()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1} among {0}: {2}")
    @CsvSource({
        "'27 29 30 31 32 33 34 35 36', T8, MSK-006", // 36 by version 2, 27 by version 1
        "'29 28 27', L3, MSK-002", // the order fits no numbering
        "'1 2 3', L3, MSK-002",
        "'2 1', C1, MSK-002", // small numbers are anybody's
        "'29 30', heart, MSK-002"
    })
    void whatCannotBeKnownIsRefused(String fromFoot, String wanted, String code) throws IOException {
        LabelFile labels = labels(fromFoot);
        assertThatThrownBy(() -> labels.label(wanted))
                .hasMessageContaining("error " + code)
                .hasMessageContaining("--label-scheme");
    }

    @Test
    void aGivenNumberingNeedsNoGuess() throws IOException {
        LabelFile labels = labels("29 28 27").numberedBy(LabelScheme.TOTALSEGMENTATOR);
        assertThat(labels.label("vertebrae_L3").number()).isEqualTo(29);
        assertThat(labels.label("L5").name()).isEqualTo("L5");
        assertThat(labels.notes()).isEmpty();
        assertThatThrownBy(() -> labels.label("L2")).hasMessageContaining("L5 (27), L4 (28), L3 (29)");
        assertThat(labels("27 29 30 31 32 33 34 35 36").numberedBy(LabelScheme.TOTALSEGMENTATOR_V1).label("T8").number())
                .isEqualTo(27);
    }

    @Test
    void everyLabelIsListedWithItsName() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int number = 1; number <= 117; number++) {
            all.append(number).append(' ');
        }
        LabelFile labels = labels(all.toString().strip());
        assertThatThrownBy(labels::onlyLabel)
                .hasMessageContaining("1, 2, 3")
                .hasMessageContaining("L3 (29)")
                .hasMessageContaining("116, 117 (names if numbered as by TotalSegmentator, version 2)")
                .message()
                .doesNotContain("…");
    }

    @Test
    void aDescriptionBesideTheMaskNamesItsLabels() throws IOException {
        Path mask = write("5 6");
        Files.writeString(folder.resolve("mask.txt"), "5 255 0 0 1 1 1 \"Vertebra L3\"\n6 0 255 0 1 1 1 \"L2\"\n");
        LabelFile labels = StandardFormats.ALL.labels(mask);
        assertThat(labels.label("L3").number()).isEqualTo(5);
        assertThat(labels.label("Vertebra L3").number()).isEqualTo(5);
        assertThat(labels.label("6").number()).isEqualTo(6);
        assertThat(labels.notes()).anyMatch(note -> note.contains("mask.txt"));
    }

    @Test
    void namingsAreFoundByTheirWord() throws IOException {
        assertThat(LabelNamings.named("VerSe")).isEqualTo(LabelScheme.VERSE);
        assertThat(LabelNamings.named("totalsegmentator-v1")).isEqualTo(LabelScheme.TOTALSEGMENTATOR_V1);
        Path file = Files.writeString(folder.resolve("my labels"), "1 1 1 1 1 1 1 \"L3\"\n");
        assertThat(LabelNamings.named(file.toString()).nameOf(1)).hasValue("L3");
        for (String wrong : new String[] {"itk", "", "no/such/file", "nul\0"}) {
            assertThatThrownBy(() -> LabelNamings.named(wrong)).hasMessageContaining("error MSK-007");
        }
    }

    /// As TotalSegmentator writes it behind the header of a multi-label map.
    @Test
    void aLabelTableBehindTheNiftiHeaderNamesItsLabels() throws IOException {
        String table = "<?xml version=\"1.0\"?> <CaretExtension><VolumeInformation Index=\"0\"><LabelTable>"
                + "<Label Key=\"29\" Red=\"1\" Green=\"0\" Blue=\"0\" Alpha=\"1\"><![CDATA[vertebrae_L3]]></Label>"
                + "<Label Key=\"30\" Red=\"1\" Green=\"0\" Blue=\"0\" Alpha=\"1\"><![CDATA[vertebrae_L2]]></Label>"
                + "</LabelTable></VolumeInformation></CaretExtension>";
        Path file = withExtension(write("29 30", "mask.nii"), table);
        LabelFile labels = StandardFormats.ALL.labels(file);
        assertThat(labels.labels()).extracting(Label::text).containsExactly("vertebrae_L3 (29)", "vertebrae_L2 (30)");
        assertThat(labels.label("L3").number()).isEqualTo(29);
        assertThat(StandardFormats.ALL.labels(withExtension(write("29 30", "mask.nii"), "no table")).labels())
                .extracting(Label::text)
                .containsExactly("29", "30");
    }

    private static Path withExtension(Path plain, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(plain);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        int length = (8 + content.length + 15) / 16 * 16;
        ByteBuffer header = ByteBuffer.wrap(Arrays.copyOf(bytes, 352)).order(ByteOrder.LITTLE_ENDIAN);
        header.putFloat(108, 352 + length);
        header.put(348, (byte) 1);
        ByteBuffer extension = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        extension.putInt(length).putInt(0).put(content);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(header.array());
        whole.writeBytes(extension.array());
        whole.write(bytes, 352, bytes.length - 352);
        return Files.write(plain, whole.toByteArray());
    }

    private LabelFile labels(String fromFoot) throws IOException {
        return StandardFormats.ALL.labels(write(fromFoot));
    }

    private Path write(String fromFoot) throws IOException {
        return write(fromFoot, "mask.nii.gz");
    }

    private Path write(String fromFoot, String name) throws IOException {
        String[] numbers = fromFoot.split(" ");
        short[] voxels = new short[numbers.length];
        for (int n = 0; n < numbers.length; n++) {
            voxels[n] = Short.parseShort(numbers[n]);
        }
        Grid grid = Grid.axisAligned(new Size(1, 1, numbers.length), Spacing.isotropic(3));
        StandardFormats.ALL.write(Volume.ofShorts(grid, voxels), folder.resolve(name));
        return folder.resolve(name);
    }
}
