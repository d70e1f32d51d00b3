package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("binWidth", "binCount", "padDistance", "age");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "binwidht, binWidth",
        "BINCOUNT, binCount",
        "binCoun, binCount",
        "pdDistanc, padDistance",
        "padding_dist, ",
        "agee, age",
        "ag, age",
        "aag3, ",
        "colour, ",
        "'', ",
    })
    void namesWhatWasProbablyMeant(String typed, String expected) {
        assertThat(Suggestion.nearest(typed, KNOWN).orElse(null)).isEqualTo(expected);
    }

    @Test
    void takesTheFirstOfNamesEquallyNear() {
        assertThat(Suggestion.nearest("scan4", List.of("scan1", "scan2"))).contains("scan1");
    }

    /// Two megabytes of one word took half a minute.
    @Test
    void aWordFarLongerIsComparedWithNone() {
        String typed = "binWidth".repeat(1 << 24);
        assertThat(Suggestion.nearest(typed, KNOWN)).isEmpty();
    }

    @Test
    void findsNothingAmongNothing() {
        assertThat(Suggestion.nearest("anything", List.of())).isEmpty();
    }

    /// Levenshtein's own example, and the identities of a distance.
    @Test
    void countsEdits() {
        assertThat(Suggestion.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.edits("sitting", "kitten")).isEqualTo(3);
        assertThat(Suggestion.edits("", "four")).isEqualTo(4);
        assertThat(Suggestion.edits("four", "four")).isZero();
    }
}
