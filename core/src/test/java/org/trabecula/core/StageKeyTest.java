package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageKeyTest {
    @Test
    void noTwoListsOfPartsReadTheSame() {
        List<StageKey> keys = List.of(
                StageKey.of("s").and("a", "b").and("c", "d"),
                StageKey.of("s").and("a", "bc").and("", "d"),
                StageKey.of("s").and("ab", "c").and("d", ""),
                StageKey.of("s").and("c", "d").and("a", "b"),
                StageKey.of("sa").and("b", "c").and("d", ""),
                StageKey.of("s").and("a", "b"));
        assertThat(keys.stream().map(StageKey::hash)).doesNotHaveDuplicates();
        assertThat(keys.stream().map(StageKey::fileName)).allMatch(name -> name.matches("[0-9a-f]{32}"));
    }

    /// Written down, so that a change of the form, which makes all kept work stale, is a decision.
    @Test
    void theFormOfKeysIsFixed() {
        assertThat(StageKey.of("feature row").and("image", "1").and("mask", "2").fileName())
                .isEqualTo("29ab80bfdaba8928e65d35b3bfc833ea");
    }

    @Test
    void theSameCodeHasTheSameName() {
        assertThat(Version.ofCode(Version.class)).isEqualTo(Version.ofCode(Hash.class)).startsWith(Version.text() + " ");
        assertThat(Version.ofCode(Version.class, Test.class)).isNotEqualTo(Version.ofCode(Version.class));
    }
}
