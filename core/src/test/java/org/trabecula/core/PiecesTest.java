package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void eachRunsOnceAndKeepsItsOwnResult(int jobs) {
        Pieces pieces = new Pieces();
        AtomicInteger runs = new AtomicInteger();
        List<Supplier<Integer>> squares = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            int item = k;
            squares.add(pieces.add(() -> square(item, runs)));
        }
        Supplier<String> word = pieces.add(() -> "of another kind");
        pieces.run(jobs);
        for (int k = 0; k < 20; k++) {
            assertThat(squares.get(k).get()).isEqualTo(k * k).isEqualTo(squares.get(k).get());
        }
        assertThat(word.get()).isEqualTo("of another kind");
        assertThat(runs).hasValue(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theFirstFailureInTheOrderOfThePlanIsThrown(int jobs) {
        Pieces pieces = new Pieces();
        pieces.add(() -> 1);
        pieces.add(() -> fail("first"));
        pieces.add(() -> fail("second"));
        assertThatThrownBy(() -> pieces.run(jobs)).isInstanceOf(IllegalArgumentException.class).hasMessage("first");
    }

    @Test
    void nothingIsThereBeforeTheRun() {
        Supplier<Integer> early = new Pieces().add(() -> 1);
        assertThatThrownBy(early::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onOneThreadTheyRunInTheOrderOfThePlan() {
        List<Integer> ran = new ArrayList<>();
        Pieces pieces = new Pieces();
        for (int k = 0; k < 5; k++) {
            int item = k;
            pieces.add(() -> ran.add(item));
        }
        pieces.run(1);
        assertThat(ran).containsExactly(0, 1, 2, 3, 4);
    }

    private static int square(int item, AtomicInteger runs) {
        runs.incrementAndGet();
        return item * item;
    }

    private static int fail(String which) {
        throw new IllegalArgumentException(which);
    }
}
