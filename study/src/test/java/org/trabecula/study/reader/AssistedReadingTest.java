package org.trabecula.study.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.study.reader.AssistedReading.Call;

class AssistedReadingTest {
    /// Counted by hand: alone 2 of 4 positives and 1 of 2 negatives right; the model was shown in five of the six.
    @Test
    void callsAreCountedAgainstWhatTheCasesWere() {
        AssistedReading found = AssistedReading.of(List.of(
                new Call(true, true, Optional.of(true)), new Call(true, false, Optional.of(true)), new Call(true, false, Optional.of(true)),
                new Call(true, true, Optional.of(false)), new Call(false, false, Optional.of(false)), new Call(false, true, Optional.empty())));
        assertThat(found.alone()).isEqualTo(new Confusion(2, 1, 2, 1));
        assertThat(found.aloneThen()).isEqualTo(new Confusion(2, 0, 2, 1));
        assertThat(found.withModel()).isEqualTo(new Confusion(3, 0, 1, 1));
        assertThat(List.of(found.toRight(), found.toWrong())).isEqualTo(List.of(2, 1));
        // binomial of 3 differences at ½: P(at most 1) is 4/8, twice that is 1
        assertThat(found.p()).isEqualTo(1.0);
    }

    @Test
    void withoutAModelThereIsNothingToCompare() {
        AssistedReading found = AssistedReading.of(List.of(new Call(true, true, Optional.empty())));
        assertThat(found.withModel().rows()).isZero();
        assertThat(found.p()).isNaN();
    }
}
