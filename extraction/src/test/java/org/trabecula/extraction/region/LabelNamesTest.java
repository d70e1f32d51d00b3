package org.trabecula.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.InputException;
import org.trabecula.extraction.Made;
import org.trabecula.image.LabelFile;
import org.trabecula.image.formats.StandardFormats;

/// `--label L3` on label maps of numbers.
class LabelNamesTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    /// Vertebrae one above the other, from the feet up.
    private LabelFile spine(int... fromFeet) throws IOException {
        Path file = new Made(folder).write("spine.nii.gz", Made.GRID, (i, j, k) ->
                i > 10 && i < 30 && j > 10 && j < 40 && k / 5 < fromFeet.length && k % 5 > 0 ? fromFeet[k / 5] : 0);
        return StandardFormats.ALL.labels(file);
    }

    private int number(LabelFile file, String label, String scheme) {
        RegionChoice choice = new RegionChoice(List.of(label), false, Optional.empty(), new SchemeChoice(scheme));
        return choice.region(file, Optional.empty(), notes::add).labels().getFirst().number();
    }

    @ParameterizedTest(name = "{0} {1} as {2}")
    @CsvSource(delimiter = '|', textBlock = """
            27 28 29 30 31 32 | L3            | auto                | 29 | TotalSegmentator's numbering
            27 28 29 30 31 32 | vertebrae_L3  | auto                | 29 | TotalSegmentator's numbering
            24 23 22 21 20 19 | L3            | auto                | 22 | VerSe's numbering
            18 19 20 21 22 23 | L3            | auto                | 20 | the numbering of TotalSegmentator 1
            27 28 29 30 31 32 | T12           | totalsegmentator    | 32 |
            27 28 29 30 31 32 | T8            | totalsegmentator-v1 | 27 |
            24 23 22 21 20 19 | Th12          | verse               | 19 |
            27 28 29 30 31 32 | 29            | auto                | 29 |
            """)
    void aVertebraIsFoundByItsName(String numbers, String label, String scheme, int expected, String said) throws IOException {
        LabelFile file = spine(Arrays.stream(numbers.strip().split(" ")).mapToInt(Integer::parseInt).toArray());
        assertThat(number(file, label, scheme)).isEqualTo(expected);
        if (said == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).singleElement().asString().contains(label + " is taken to be label " + expected, said, "--label-scheme");
        }
    }

    @Test
    void whatIsNotThereIsRefusedWithEveryLabelByNumberAndName() throws IOException {
        LabelFile file = spine(27, 28, 29, 30, 31, 32);
        assertThatThrownBy(() -> number(file, "T5", "auto"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no label 'T5' (39 in TotalSegmentator's numbering); there are L5 (27), L4 (28), L3 (29),"
                        + " L2 (30), L1 (31), T12 (32)");
        assertThatThrownBy(() -> RegionChoice.ONLY.region(file, Optional.empty(), notes::add))
                .hasMessageContainingAll("MSK-003", "L5 (27), L4 (28)");
    }

    /// One vertebra alone, or vertebrae in no order of a spine, fit any numbering: nothing is guessed.
    @ParameterizedTest
    @CsvSource({"22", "22 28 21"})
    void nothingIsGuessedFromTooLittle(String numbers) throws IOException {
        LabelFile file = spine(Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray());
        assertThatThrownBy(() -> number(file, "L3", "auto"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("MSK-002", "--label-scheme", "totalsegmentator-v1");
        assertThat(number(file, "L3", "verse")).isEqualTo(22);
    }

    @Test
    void manyLabelsAreAllListed() throws IOException {
        Path file = new Made(folder).write("organs.nii.gz", Made.GRID, (i, j, k) -> 1 + i / 6 + 8 * (j / 10) + 48 * (k / 20));
        LabelFile labels = StandardFormats.ALL.labels(file);
        assertThat(labels.labels()).hasSize(96);
        assertThatThrownBy(() -> RegionChoice.ONLY.region(labels, Optional.empty(), notes::add))
                .hasMessageContaining("96").hasMessageNotContaining("…");
    }

    @Test
    void aLabelDescriptionOfItkSnapNamesTheLabels() throws IOException {
        LabelFile file = spine(7, 8, 9);
        assertThatThrownBy(() -> number(file, "L1", "itk-snap")).hasMessageContainingAll("CAS-003", "spine.txt");
        Files.writeString(folder.resolve("spine.txt"), """
                ################################################
                # ITK-SnAP Label Description File
                # IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL
                ################################################
                    0     0    0    0        0  0  0    "Clear Label"
                    7   255    0    0        1  1  1    "L2"
                    8     0  255    0        1  1  1    "vertebra L1, fractured"
                    9     0    0  255     0.50  1  1    "Th12"
                """);
        assertThat(number(file, "L2", "itk-snap")).isEqualTo(7);
        assertThat(number(file, "T12", "auto")).isEqualTo(9);
        assertThat(number(file, "vertebra L1, fractured", "auto")).isEqualTo(8);
        assertThat(notes).anyMatch(note -> note.contains("T12 is label 9 by the label description beside the mask"));
    }
}
