package org.trabecula.image.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSchemeTest {
    /// Rows of the published class maps: TotalSegmentator's `class_map.py` (versions 1 and 2), VerSe's data description.
    @ParameterizedTest
    @CsvSource({
        "totalsegmentator, 26, S1", "totalsegmentator, 27, L5", "totalsegmentator, 29, L3", "totalsegmentator, 31, L1",
        "totalsegmentator, 32, T12", "totalsegmentator, 43, T1", "totalsegmentator, 44, C7", "totalsegmentator, 50, C1",
        "totalsegmentator-v1, 18, L5", "totalsegmentator-v1, 22, L1", "totalsegmentator-v1, 23, T12",
        "totalsegmentator-v1, 34, T1", "totalsegmentator-v1, 35, C7", "totalsegmentator-v1, 41, C1",
        "verse, 1, C1", "verse, 7, C7", "verse, 8, T1", "verse, 19, T12", "verse, 20, L1", "verse, 24, L5", "verse, 25, L6",
        "verse, 28, T13"
    })
    void numbersAreThoseOfTheClassMaps(String key, int number, String level) {
        LabelScheme scheme = LabelScheme.of(key).orElseThrow();
        assertThat(scheme.level(number)).contains(level);
        assertThat(scheme.number(level)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"totalsegmentator, 25", "totalsegmentator, 51", "totalsegmentator-v1, 17", "totalsegmentator-v1, 42", "verse, 26", "verse, 27", "verse, 0"})
    void whatIsNoVertebraHasNoLevel(String key, int number) {
        assertThat(LabelScheme.of(key).orElseThrow().level(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            L3, L3
            l3, L3
            vertebrae_L3, L3
            Vertebra L3, L3
            vertebra-T12, T12
            Th12, T12
            D5, T5
            L 3, L3
            L03, L3
            C7, C7
            S1, S1
            C8, none
            T14, none
            L7, none
            S6, none
            L, none
            liver, none
            29, none
            lesion L3, none
            """)
    void vertebraeAreKnownByTheirUsualSpellings(String name, String level) {
        assertThat(VertebraLevel.of(name).orElse(null)).isEqualTo(level);
    }
}
