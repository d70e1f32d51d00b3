package org.trabecula.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShortNamesTest {
    static List<List<String>> names() {
        return List.of(
                List.of("a", "b"),
                HardExamples.ALIKE,
                List.of("the_same_beginning_of_all_x_and_then_the_same_end", "the_same_beginning_of_all_y_and_then_the_same_end"),
                List.of("x".repeat(80) + "1" + "y".repeat(80), "x".repeat(80) + "2" + "y".repeat(80), "x".repeat(160)),
                List.of("differ_at_two_places_1_____________1_end_of_it", "differ_at_two_places_1_____________2_end_of_it",
                        "differ_at_two_places_2_____________2_end_of_it"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void differentNamesReadDifferently(List<String> names) {
        for (int characters : new int[] {12, 20, 28, 40, 62}) {
            List<String> shorts = ShortNames.of(names, characters);
            assertThat(shorts).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(characters));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatFitsStaysWhole(List<String> names) {
        assertThat(ShortNames.of(names, 200)).isEqualTo(names);
    }
}
