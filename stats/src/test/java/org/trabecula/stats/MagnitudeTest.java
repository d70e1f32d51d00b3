package org.trabecula.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.stats.icc.AgreementLimits;
import org.trabecula.stats.icc.Icc;
import org.trabecula.stats.icc.IntraclassCorrelation;
import org.trabecula.stats.table1.MeanDifference;
import org.trabecula.stats.tests.ManyGroups;
import org.trabecula.stats.tests.TwoSamples;

/// Statistics without a unit are the same in any unit. Units are powers of two, which round nothing, so the numbers are the same to
/// the last bit.
class MagnitudeTest {
    private static final double[] A = {1.5, 2.25, -0.5, 3, 1, 0.75};
    private static final double[] B = {2.5, 4.25, 1.5, 3.5, 2, 1.75};

    private static double[] in(int exponent, double[] values) {
        return Arrays.stream(values).map(value -> Math.scalb(value, exponent)).toArray();
    }

    /// 2^±530 is near 1e±160, 2^-700 near 1e-211.
    @ParameterizedTest
    @ValueSource(ints = {-700, -530, -100, 40, 530, 900})
    void inAnyUnit(int exponent) {
        double[] a = in(exponent, A);
        double[] b = in(exponent, B);
        assertThat(Moments.sd(a)).isEqualTo(Math.scalb(Moments.sd(A), exponent));
        assertThat(TwoSamples.welch(a, b).p()).isEqualTo(TwoSamples.welch(A, B).p());
        assertThat(TwoSamples.student(a, b).p()).isEqualTo(TwoSamples.student(A, B).p());
        assertThat(TwoSamples.welch(a, b).statistic()).isEqualTo(TwoSamples.welch(A, B).statistic());
        assertThat(ManyGroups.anova(List.of(a, b)).p()).isEqualTo(ManyGroups.anova(List.of(A, B)).p());
        assertThat(MeanDifference.continuous(a, b)).isEqualTo(MeanDifference.continuous(A, B));
        assertThat(icc(a, b)).isEqualTo(icc(A, B));
    }

    private static List<Double> icc(double[] a, double[] b) {
        double[][] readings = new double[a.length][];
        for (int subject = 0; subject < a.length; subject++) {
            readings[subject] = new double[] {a[subject], b[subject]};
        }
        return IntraclassCorrelation.of(readings, 0.95, AgreementLimits.SHROUT_FLEISS).forms().stream().map(Icc::icc).toList();
    }
}
