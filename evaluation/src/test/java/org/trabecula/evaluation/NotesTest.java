package org.trabecula.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.roc.Cutoff;

class NotesTest {
    private final Scores good = Made.scores("good", 2, true);

    @Test
    void goodProbabilitiesNeedNoNote() {
        assertThat(notes(p -> p)).isEmpty();
    }

    @Test
    void everyKindOfDoubtIsSaid() {
        assertThat(notes(p -> 1 - p)).anyMatch(note -> note.contains("below 0.5") && note.contains("--direction lower"));
        assertThat(notes(p -> 100 * p)).anyMatch(note -> note.contains("percent"));
        assertThat(notes(p -> Math.log(p))).anyMatch(note -> note.contains("no calibration")).noneMatch(n -> n.contains("percent"));
        assertThat(notes(p -> p > 0.9 ? 1 : p)).anyMatch(note -> note.contains("exactly 0 or 1"));
    }

    @Test
    void aCutOffOfAnotherScaleIsSaid() {
        Scores percent = Made.of("good", true, good.outcome().zeroOne(), Arrays.stream(good.scores()).map(p -> 100 * p).toArray());
        EvaluationSettings settings = Made.settings(0, Optional.empty());
        Map<String, Map<String, Cutoff>> elsewhere = CutoffRules.YOUDEN_ONLY.choose(List.of(percent), settings.direction());
        Evaluation.Row row = new Evaluator(settings, elsewhere, new RandomStreams(1), 1).evaluate(List.of(good)).rows().getFirst();
        assertThat(Notes.of(row)).anyMatch(note -> note.contains("outside of all scores"));
    }

    private List<String> notes(DoubleUnaryOperator change) {
        Scores changed = Made.of("good", true, good.outcome().zeroOne(), Arrays.stream(good.scores()).map(change).toArray());
        return Notes.of(Made.evaluation(Made.settings(0, Optional.empty()), changed).rows().getFirst());
    }
}
