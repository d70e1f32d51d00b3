package org.trabecula.study.report.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstrumentTest {
    @Test
    void clearHasFiftyEightItems() {
        assertThat(Instrument.CLEAR.items()).extracting(Item::number).containsExactlyElementsOf(upTo(58));
    }

    /// Kocak et al. 2024, table 1: weights of four digits that sum to 1.
    @Test
    void metricsHasThirtyItemsWhoseWeightsSumToOne() {
        assertThat(Instrument.METRICS.items()).extracting(Item::number).containsExactlyElementsOf(upTo(30));
        assertThat(Instrument.METRICS.items().stream().mapToDouble(Item::weight).sum()).isCloseTo(1, within(1e-9));
        assertThat(Instrument.METRICS.items()).allMatch(item -> item.weight() > 0);
    }

    @Test
    void tripodHasTwentySevenItemsInFiftyTwoParts() {
        List<String> numbers = Instrument.TRIPOD_AI.items().stream().map(Item::number).toList();
        assertThat(numbers).hasSize(52).doesNotHaveDuplicates();
        assertThat(numbers.stream().map(number -> number.replaceAll("[a-z]", "")).distinct()).containsExactlyElementsOf(upTo(27));
    }

    @Test
    void everyItemSaysWhatItAsks() {
        for (Instrument instrument : Instrument.values()) {
            assertThat(instrument.items()).allMatch(item -> !item.topic().isBlank() && !item.asks().isBlank());
            assertThat(instrument.scores()).isEqualTo(instrument == Instrument.METRICS);
        }
    }

    @Test
    void theScoreLeavesOutWhatDoesNotApply() {
        List<Item> items = List.of(item(0.2), item(0.3), item(0.1), item(0.4));
        List<Answer> answers = List.of(
                new Answer.Met("there"), new Answer.NotMet("no"), new Answer.NotApplicable("not here"), new Answer.ForAuthors(""));
        CheckListScore score = CheckListScore.of(items, answers);
        assertThat(score.least()).isCloseTo(0.2 / 0.9, within(1e-12));
        assertThat(score.most()).isCloseTo(0.6 / 0.9, within(1e-12));
    }

    private static Item item(double weight) {
        return new Item("1", "t", "a", ItemSubject.AUTHORS, weight);
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }
}
