package org.trabecula.radiomics.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("binWidth", "binCount", "padDistance");

    @Test
    void findsTheNearestWord() {
        assertThat(Suggestion.nearest("binwidht", KNOWN)).isEqualTo("binWidth");
        assertThat(Suggestion.nearest("BINCOUNT", KNOWN)).isEqualTo("binCount");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(Suggestion.nearest("colour", KNOWN)).isEmpty();
    }
}
