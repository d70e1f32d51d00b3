package org.trabecula.learn.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.core.InputException;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.ModelTerms;

/// Words that are no levels are refused, levels are taken.
class TermLevelsTest {
    private static final int CASES = 60;

    private static List<String> notes(String term, IntFunction<String> cell) {
        List<String> cells = IntStream.range(0, CASES).mapToObj(cell).toList();
        ModelTerms model = ModelTerms.learn(List.of(term), Map.of("x", new Variable.Labels("x", cells)));
        return TermLevels.notes(model, List.of(term), CASES);
    }

    static Stream<Arguments> mistaken() {
        return Stream.of(
                Arguments.of("decimal commas", (IntFunction<String>) i -> "1," + i % 4),
                Arguments.of("decimal commas", (IntFunction<String>) i -> i == 0 ? "unknown" : "-12," + i % 30),
                Arguments.of("dates", (IntFunction<String>) i -> "2021-03-" + (1 + i % 28)),
                Arguments.of("dates", (IntFunction<String>) i -> (1 + i % 28) + ".3.2021"),
                Arguments.of("dates", (IntFunction<String>) i -> "3/" + (1 + i % 28) + "/21"),
                Arguments.of("as ids have", (IntFunction<String>) i -> "P-" + i % 28));
    }

    @ParameterizedTest
    @MethodSource("mistaken")
    void wordsThatAreNoLevelsAreRefusedUnlessAskedFor(String kind, IntFunction<String> cell) {
        assertThatThrownBy(() -> notes("x", cell))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("FIT-014")
                .hasMessageContaining(kind)
                .hasMessageContaining("factor(x)");
        assertThat(notes("factor(x)", cell)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void levelsAreTaken() {
        assertThat(notes("x", i -> i % 2 == 0 ? "F" : "M")).isEmpty();
        assertThat(notes("x", i -> "L" + i % 5)).isEmpty();
        assertThat(notes("x", i -> "site " + i % 10)).isEmpty();
    }

    @Test
    void manyLevelsAreSaid() {
        assertThat(notes("x", i -> "site " + i % 12)).containsExactly("x has 12 levels, each with a coefficient of its own");
    }
}
