package org.trabecula.radiomics.firstorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStatisticsTest {
    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {1, 2, 7, 4095, 4096, 20_000})
    void areThoseOfTheSortedValues(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] gaussian = random.doubles(n).map(x -> Math.tan(x * 1.5)).toArray();
        double[] whole = random.ints(n, -3, 3).asDoubleStream().toArray();
        double[] outlier = random.doubles(n).toArray();
        outlier[n / 2] = 1e12;
        double[] same = new double[n];
        for (double[] values : new double[][] {gaussian, whole, outlier, same}) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int[] ranks = {0, n / 10, n / 4, n / 2, n - 1};
            double[] found = OrderStatistics.at(values, ranks, sorted[0], sorted[n - 1]);
            for (int r = 0; r < ranks.length; r++) {
                assertThat(found[r]).isEqualTo(sorted[ranks[r]]);
            }
        }
    }
}
