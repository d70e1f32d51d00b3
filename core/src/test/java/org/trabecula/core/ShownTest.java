package org.trabecula.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({
        "0.8474, 3, 0.847",
        "-1.2, 2, −1.20",
        "-0.0001, 3, 0.000",
        "0, 1, 0.0",
        "NaN, 3, not estimable",
        "Infinity, 3, ∞",
        "-Infinity, 0, −∞",
        "1234567.5, 0, 1234568"
    })
    void fixedHasATrueMinusAndNoNan(double value, int decimals, String shown) {
        assertThat(Shown.fixed(value, decimals)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.0351, +0.035", "-0.008, −0.008", "0.0001, 0.000", "-0.0001, 0.000", "NaN, not estimable", "Infinity, ∞"})
    void signedHasASignUnlessItIsZero(double value, String shown) {
        assertThat(Shown.signed(value, 3)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0587123, 3, 0.0587",
        "10, 3, 10",
        "0.01, 3, 0.01",
        "12345, 3, 12345",
        "0.000012, 2, 1.2e−5",
        "-0.5, 2, −0.5",
        "0, 3, 0",
        "NaN, 3, not estimable"
    })
    void significantLeavesOutZerosAtTheEnd(double value, int digits, String shown) {
        assertThat(Shown.significant(value, digits)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.034, 0.034, p = 0.034",
        "0.0009999, < 0.001, p < 0.001",
        "0, < 0.001, p < 0.001",
        "0.001, 0.001, p = 0.001",
        "1, 1.000, p = 1.000",
        "NaN, not estimable, p not estimable"
    })
    void aProbabilityOfErrorIsNeverZero(double p, String cell, String words) {
        assertThat(Shown.p(p)).isEqualTo(cell);
        assertThat(Shown.pInWords(p)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9124, 0.861, 0.951, 0.912 (0.861–0.951)",
        "-0.5, -1, -0.25, −0.500 (−1.000 to −0.250)",
        "0.5, -0.1, 1, 0.500 (−0.100 to 1.000)",
        "0.7, NaN, NaN, 0.700 (interval not estimable)",
        "NaN, NaN, NaN, not estimable"
    })
    void anIntervalCanBeRead(double estimate, double lower, double upper, String shown) {
        assertThat(Shown.interval(estimate, lower, upper, 3)).isEqualTo(shown);
    }

    @Test
    void aDifferenceShowsBothSigns() {
        assertThat(Shown.difference(0.035, -0.04, 0.11, 3)).isEqualTo("+0.035 (−0.040 to +0.110)");
        assertThat(Shown.difference(0.035, Double.NaN, Double.NaN, 3)).isEqualTo("+0.035 (interval not estimable)");
        assertThat(Shown.difference(Double.NaN, 0, 0, 3)).isEqualTo("not estimable");
    }

    @Test
    void oneIsSingular() {
        assertThat(Shown.count(1, "feature")).isEqualTo("1 feature");
        assertThat(Shown.count(0, "feature")).isEqualTo("0 features");
        assertThat(Shown.count(2, "vertebra", "vertebrae")).isEqualTo("2 vertebrae");
    }
}
