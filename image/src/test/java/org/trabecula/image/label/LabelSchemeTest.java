package org.trabecula.image.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected numbers: TotalSegmentator's class maps of version 1 and 2 (`totalsegmentator/map_to_binary.py`), VerSe's
/// description of its labels (github.com/anjany/verse).
class LabelSchemeTest {
    @ParameterizedTest(name = "{0} is {1}, {2}, {3}")
    @CsvSource({
        "C1, 50, 41, 1", "C7, 44, 35, 7", "T1, 43, 34, 8", "T11, 33, 24, 18", "T12, 32, 23, 19", "L1, 31, 22, 20",
        "L3, 29, 20, 22", "L5, 27, 18, 24", "S1, 26, -1, -1", "sacrum, 25, -1, 26", "L6, -1, -1, 25", "coccyx, -1, -1, 27",
        "T13, -1, -1, 28"
    })
    void numbersAreThePublishedOnes(String name, int version2, int version1, int verse) {
        assertThat(LabelScheme.TOTALSEGMENTATOR.numberOf(name).orElse(-1)).isEqualTo(version2);
        assertThat(LabelScheme.TOTALSEGMENTATOR_V1.numberOf(name).orElse(-1)).isEqualTo(version1);
        assertThat(LabelScheme.VERSE.numberOf(name).orElse(-1)).isEqualTo(verse);
    }

    @Test
    void numbersAndNamesAreEachOthersInverse() {
        for (LabelScheme scheme : LabelScheme.values()) {
            for (int number = 1; number <= scheme.highest(); number++) {
                Optional<String> name = scheme.nameOf(number);
                if (name.isPresent()) {
                    assertThat(scheme.numberOf(name.get())).hasValue(number);
                    assertThat(scheme.place(number)).isPresent();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "L3, L3", "l3, L3", "vertebrae_L3, L3", "vertebra L3, L3", "Vertebra-L03, L3", "vert_T12, T12", "' L 3 ', L3",
        "SACRUM, sacrum", "vertebrae_S1, S1", "cocc, coccyx", "L7, ''", "L0, ''", "T14, ''", "liver, ''", "29, ''", "L3x, ''",
        "'', ''"
    })
    void spellingsOfAVertebraAreOne(String text, String name) {
        assertThat(VertebraName.normal(text).orElse("")).isEqualTo(name);
    }

    @Test
    void aDescriptionOfItkSnapIsRead() {
        String text = """
                ################################################
                # ITK-SnAP Label Description File
                ################################################
                    0     0    0    0        0  0  0    "Clear Label"
                    1   255    0    0        1  1  1    "vertebra L3"
                    7     0  255    0      0.5  1  1    "lesion"
                """;
        ItkSnapLabels labels = ItkSnapLabels.parse("seg.txt", text).orElseThrow();
        assertThat(labels.names()).hasSize(2);
        assertThat(labels.nameOf(7)).hasValue("lesion");
        assertThat(labels.numberOf("L3")).hasValue(1);
        assertThat(labels.numberOf("L4")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"notes of the reader", "'1 2 3'", "'1 255 0 0 1 1 1 L3'", "'x 255 0 0 1 1 1 \"L3\"'", "'# only a comment'", "''"})
    void anotherTextIsNoDescription(String text) {
        assertThat(ItkSnapLabels.parse("notes.txt", text)).isEmpty();
    }
}
