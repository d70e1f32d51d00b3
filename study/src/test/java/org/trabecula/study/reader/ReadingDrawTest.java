package org.trabecula.study.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.cohort.VertebraCase;

class ReadingDrawTest {
    /// Patient P(n) has one vertebra, every third two.
    private static List<VertebraCase> cases(int patients) {
        List<VertebraCase> cases = new ArrayList<>();
        for (int n = 0; n < patients; n++) {
            cases.add(VertebraCase.named("C" + n + "a", "P" + n));
            if (n % 3 == 0) {
                cases.add(VertebraCase.named("C" + n + "b", "P" + n));
            }
        }
        return cases;
    }

    private static Set<String> patients(List<VertebraCase> drawn) {
        return new HashSet<>(drawn.stream().map(VertebraCase::patientId).toList());
    }

    @Test
    void aPatientIsReadWithEveryCaseOrNotAtAll() {
        List<VertebraCase> all = cases(30);
        List<VertebraCase> drawn = ReadingDraw.of(all, 10, 4, "a");
        assertThat(patients(drawn)).hasSize(10);
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(all.stream().filter(one -> patients(drawn).contains(one.patientId())).toList());
        assertThat(ReadingDraw.of(all, 99, 4, "a")).containsExactlyInAnyOrderElementsOf(all);
    }

    /// One seed: the same patients whatever the table's order, and for every session, in an order of its own.
    @Test
    void theSeedAloneDecides() {
        List<VertebraCase> all = cases(30);
        List<VertebraCase> drawn = ReadingDraw.of(all, 10, 4, "a");
        assertThat(ReadingDraw.of(all.reversed(), 10, 4, "a")).isEqualTo(drawn);
        List<VertebraCase> other = ReadingDraw.of(all, 10, 4, "b");
        assertThat(other).isNotEqualTo(drawn).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(ReadingDraw.ordered(drawn.reversed(), 4, "b")).isEqualTo(other);
        assertThat(patients(ReadingDraw.of(all, 10, 5, "a"))).isNotEqualTo(patients(drawn));
    }

    /// 2,000 seeds draw 3 of 9 patients: each 667 times if all are alike. The count is binomial, its standard deviation √(2000 · ⅓ · ⅔) = 21;
    /// five of them are allowed.
    @Test
    void everyPatientIsAsLikelyAsAnother() {
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, 2000).forEach(seed -> patients(ReadingDraw.of(cases(9), 3, seed, "a")).forEach(one -> counts.merge(one, 1, Integer::sum)));
        assertThat(counts).hasSize(9);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count.doubleValue()).isCloseTo(2000 / 3.0, within(106.0)));
    }
}
