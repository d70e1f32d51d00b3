package org.trabecula.study.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.table.FeatureTable;

class TrainingSummaryTest {
    private static TrainingSummary of(double... values) {
        List<String> cases = IntStream.range(0, values.length).mapToObj(n -> "C" + n).toList();
        return TrainingSummary.of(new FeatureTable(cases, List.of("f"), new double[][] {values}), List.of("f"));
    }

    /// 0, 1 … 100: the p-th percentile is p.
    @Test
    void aPercentileIsTheShareBelow() {
        TrainingSummary summary = of(IntStream.rangeClosed(0, 100).asDoubleStream().toArray());
        for (double value : new double[] {1, 3, 5, 37.5, 50, 98, 99}) {
            assertThat(summary.percentile("f", value).orElseThrow()).isEqualTo(value, within(1e-12)); // a few roundings of a quotient
        }
        assertThat(summary.percentile("f", 0.5)).hasValue(0);
        assertThat(summary.percentile("f", 99.5)).hasValue(100);
        assertThat(summary.percentile("f", Double.NaN)).isEmpty();
        assertThat(summary.percentile("g", 1)).isEmpty();
    }

    /// Six cases of ten have the value 0: the quantiles from 1 % to 50 % are 0, so it lies in the middle of 1 and 50.
    @Test
    void aValueThatManyHaveLiesInTheMiddleOfThem() {
        TrainingSummary summary = of(0, 0, 0, 0, 0, 0, 1, 2, 3, 4);
        assertThat(summary.percentile("f", 0)).hasValue(25.5);
        assertThat(of(7, 7, 7).percentile("f", 7)).hasValue(50);
        assertThat(of(7, 7, 7).percentile("f", 6.9)).hasValue(0);
    }

    /// Between the quantiles that are kept a straight line is drawn: of 500 normal values no percentile is farther off than 3 of 100.
    @Test
    void whatIsKeptIsCloseEnoughForAPercentileInWords() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = IntStream.range(0, 500).mapToDouble(_ -> random.nextGaussian()).toArray();
        TrainingSummary summary = of(values);
        for (double value = -2; value <= 2; value += 0.05) {
            double at = value;
            double below = 100.0 * Arrays.stream(values).filter(one -> one < at).count() / values.length;
            assertThat(summary.percentile("f", value).orElseThrow()).isCloseTo(below, within(3.0));
        }
    }
}
