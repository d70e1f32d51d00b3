package org.trabecula.image.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of vertebrae as label maps, segmentations and structure sets spell them.
class VertebraLevelTest {
    @ParameterizedTest
    @CsvSource({
        "L1, L1", "vertebrae_L1, L1", "Vertebra L 1, L1", "Th12, T12", "D7, T7", "L1 vertebra, L1", "l4 vertebral body, L4", "T12_body, T12",
        "First lumbar vertebra, L1", "Twelfth thoracic vertebra, T12", "2nd cervical vertebra, C2", "12th thoracic vertebra, T12"
    })
    void isUnderstood(String name, String level) {
        assertThat(VertebraLevel.of(name)).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L7", "liver", "First vertebra", "Thirteenth cervical vertebra", "L1 L2", "some lumbar vertebra", "C8", ""})
    void isNoVertebra(String name) {
        assertThat(VertebraLevel.of(name)).isEmpty();
    }
}
