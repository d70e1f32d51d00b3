package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.stats.Outcome;

/// The sentence that a study prints about its own size.
class SampleSizeNoteTest {
    /// 416 cases with 167 events: by hand, R² = 0.15 · 0.7400 = 0.1110, 1648 / (−0.1 ln(1 − 0.1110 / 0.9)) = 125,195.7 cases and
    /// 416 · −0.1 ln(1 − 0.1110 / 0.9) = 5.48 candidates.
    @Test
    void manyMoreCandidatesThanEvents() {
        String note = SampleSizeNote.of(outcome(416), 1648);
        assertThat(note).contains(
                "167 events in 416 training cases for 1648 candidate features, 0.1 events each", "would ask for 125,196 cases",
                "at most 5 candidates here");
    }

    @Test
    void enoughCasesNeedNoAdvice() {
        assertThat(SampleSizeNote.of(outcome(2000), 3)).contains("3 candidate features").doesNotContain("at most");
    }

    private static Outcome outcome(int cases) {
        boolean[] isCase = new boolean[cases];
        for (int row = 0; row < cases; row++) {
            isCase[row] = row % 5 < 2;
        }
        return Outcome.of(isCase);
    }
}
