package org.trabecula.radiomics.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.radiomics.prepare.ValueRange;

class FirstOrderTest {
    private static double of(String name, double[] values, int[] levels, double shift) {
        double[] all = FirstOrder.features(values, ValueRange.of(values), levels, 2, shift);
        return name.equals(FirstOrder.STANDARD_DEVIATION) ? all[all.length - 1] : all[FirstOrder.NAMES.indexOf(name)];
    }

    private static double of(String name, double... values) {
        return of(name, values, new int[values.length], 0);
    }

    /// Worked by hand: mean 3, deviations −2 … 2. Where a quotient or an interpolation is rounded, 1e-15 is some ulps.
    @Test
    void matchesTheDefinitionsOnFiveValues() {
        double[] x = {1, 2, 3, 4, 5};
        assertThat(of("Mean", x)).isEqualTo(3);
        assertThat(of("Median", x)).isEqualTo(3);
        assertThat(of("Variance", x)).isEqualTo(2);
        assertThat(of("StandardDeviation", x)).isEqualTo(Math.sqrt(2));
        assertThat(of("Skewness", x)).isZero();
        assertThat(of("Kurtosis", x)).isCloseTo(34.0 / 5 / 4, within(1e-15));
        assertThat(of("MeanAbsoluteDeviation", x)).isEqualTo(1.2);
        assertThat(of("10Percentile", x)).isCloseTo(1.4, within(1e-15));
        assertThat(of("InterquartileRange", x)).isEqualTo(2);
        assertThat(of("RobustMeanAbsoluteDeviation", x)).isCloseTo(2.0 / 3, within(1e-15)); // 2, 3, 4 lie between 1.4 and 4.6
        assertThat(of("Energy", x)).isEqualTo(55);
        assertThat(of("TotalEnergy", x)).isEqualTo(110);
        assertThat(of("Energy", x, new int[5], 1)).isEqualTo(4 + 9 + 16 + 25 + 36);
    }

    @Test
    void flatRegionHasNoSkewnessAndNearlyNoEntropy() {
        assertThat(of("Skewness", 7, 7, 7)).isZero();
        assertThat(of("Kurtosis", 7, 7, 7)).isZero();
        // −log₂(1 + ε): printed by the reference with four digits
        assertThat(of("Entropy", new double[] {7, 7, 7}, new int[] {1, 1, 1}, 0)).isCloseTo(-3.203e-16, within(1e-18));
        assertThat(of("Uniformity", new double[] {7, 7, 7}, new int[] {1, 1, 1}, 0)).isEqualTo(1);
    }

    @Test
    void twoDifferentValuesHaveNoneBetweenTheirPercentiles() {
        assertThat(of("RobustMeanAbsoluteDeviation", 1, 2)).isNaN();
    }

    @Test
    void voxelsWithoutValueCountInTheHistogramOnly() {
        double[] x = {1, Double.NaN, 3};
        int[] levels = {1, 4, 2};
        assertThat(of("Mean", x, levels, 0)).isEqualTo(2);
        // three ninths, each rounded: some ulps
        assertThat(of("Uniformity", x, levels, 0)).isCloseTo(3.0 / 9, within(1e-15));
    }
}
