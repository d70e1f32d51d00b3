package org.trabecula.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.figures.HardExamples.words;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a figure must say so that it is not misread.
class ReadingTest {
    private static String hard(String name) {
        return Objects.requireNonNull(HardExamples.all().get(name), name);
    }

    @Test
    void aBandSaysWhoseItIs() {
        assertThat(words(Examples.roc())).contains("95 % band of Fusion");
        assertThat(words(hard("roc: useless models, long names"))).filteredOn(word -> word.contains("band")).hasSize(1);
    }

    @Test
    void negativeAndMissingIccAreMarkedAndCounted() {
        assertThat(words(hard("icc: negative and missing")))
                .contains(
                        "1 of 5 features kept", "triangles on an axis: 3 features with an ICC below 0",
                        "not shown: 1 feature without an ICC");
        assertThat(words(hard("icc rank: negative and missing")))
                .contains(
                        "2 of 5 reach 0.8", "threshold 0.8", "points at the lower edge: 3 features reach below −1",
                        "not shown: 1 feature without an ICC");
    }

    @Test
    void dotsOfARankPlotAreSeenOneByOne() {
        Matcher radius = Pattern.compile("<circle[^>]* r=\"([0-9.]+)\"").matcher(Examples.iccRank());
        assertThat(radius.find()).isTrue();
        assertThat(Double.parseDouble(radius.group(1))).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aTrainingOfTwoIterationsHasNoHalfOne() {
        assertThat(words(hard("training: two iterations"))).contains("0", "1", "2").doesNotContain("0.5", "1.5");
    }

    @Test
    void aWaterfallShowsScoresAndTheirCutOff() {
        assertThat(words(hard("waterfall: two cases"))).contains("Score", "cut-off 0.5", "0.2", "1", "2").doesNotContain("1.5");
    }

    @Test
    void aMapOfTwoFeaturesIsSmallNamedAndWritten() {
        String map = Objects.requireNonNull(HardExamples.maps().get("two"));
        assertThat(words(map)).contains("1.00", "0.63", "1", "2").anyMatch(word -> word.contains("wavelet-LLH"));
        Matcher height = Pattern.compile(" height=\"([0-9]+)\"").matcher(map);
        assertThat(height.find()).isTrue();
        assertThat(Integer.parseInt(height.group(1))).isLessThan(250);
    }

    @Test
    void oneHalfStandsOnTheProbabilityAxis() {
        assertThat(words(Examples.nomogram())).contains("0.5");
        assertThat(words(hard("nomogram: steep, with units"))).contains("0.5");
    }

    @Test
    void axesOfANomogramHaveUnits() {
        assertThat(words(Examples.nomogram())).contains("age (years)");
    }

    @Test
    void theLastLabelsOfANomogramKeepAMargin() {
        SvgLayout layout = SvgLayout.of(Examples.nomogram());
        double lowest = layout.texts().stream().mapToDouble(text -> text.ink()[3]).max().orElseThrow();
        Matcher height = Pattern.compile(" height=\"([0-9]+)\"").matcher(Examples.nomogram());
        assertThat(height.find()).isTrue();
        assertThat(Integer.parseInt(height.group(1)) - lowest).isGreaterThan(8);
    }

    static Set<String> figures() {
        return Examples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void numbersHaveATrueMinus(String name) {
        List<String> hyphens = words(Objects.requireNonNull(Examples.all().get(name))).stream()
                .filter(word -> word.matches("-[0-9.]+.*"))
                .toList();
        assertThat(hyphens).isEmpty();
    }
}
