package org.trabecula.stats.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;

/// Against the sandwich of the logistic regression, which is checked against R's `sandwich` and `rms::robcov`; and what a
/// recalibration leaves behind. Both run Newton's method to the last bits, so 1e-9 is four digits above rounding.
class RecalibrationErrorsTest {
    private static final int ROWS = 300;
    private static final double CLOSE = 1e-9;

    private final double[] p = new double[ROWS];
    private final double[] logit = new double[ROWS];
    private final Outcome outcome;
    private final int[] patient = new int[ROWS];

    RecalibrationErrorsTest() {
        SplittableRandom random = new SplittableRandom(3);
        boolean[] isCase = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            patient[row] = row / 3;
            logit[row] = 1.5 * random.nextGaussian() - 0.3;
            p[row] = LogisticRecalibration.logistic(logit[row]);
            isCase[row] = random.nextDouble() < LogisticRecalibration.logistic(0.5 + 0.6 * logit[row]);
        }
        outcome = Outcome.of(isCase);
    }

    @Test
    void interceptAndSlopeHaveTheErrorsOfTheLogisticRegression() {
        LogisticFit fit = LogisticRegression.fit(Matrix.ofColumns(logit), outcome.zeroOne());
        double[][] robust = fit.robustCovariance(Matrix.ofColumns(logit), patient);
        RecalibrationErrors errors = RecalibrationErrors.of(LogisticRecalibration.fit(outcome, p), outcome, p, patients());
        assertThat(errors.intercept()).isEqualTo(Math.sqrt(robust[0][0]), within(CLOSE));
        assertThat(errors.slope()).isEqualTo(Math.sqrt(robust[1][1]), within(CLOSE));
    }

    @Test
    void anInterceptAloneHasTheErrorOfTheRegressionWithAnOffset() {
        Matrix none = new Matrix(ROWS, 0, new double[0]);
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        LogisticFit fit = LogisticRegression.fit(none, outcome.zeroOne(), ones, logit);
        LogisticRecalibration alone = LogisticRecalibration.inTheLarge(outcome, p);
        assertThat(alone.intercept()).isEqualTo(fit.intercept(), within(CLOSE));
        RecalibrationErrors errors = RecalibrationErrors.of(alone, outcome, p, patients());
        assertThat(errors.intercept()).isEqualTo(Math.sqrt(fit.robustCovariance(none, patient)[0][0]), within(CLOSE));
        assertThat(errors.slope()).isZero();
    }

    /// A cohort that holds every case twice knows no more: the error by patient stays, the naive one falls by √2.
    @Test
    void theSameCaseTwiceIsNoNewCase() {
        double[] twice = new double[2 * ROWS];
        boolean[] isCase = new boolean[2 * ROWS];
        List<Integer> labels = new ArrayList<>();
        for (int row = 0; row < 2 * ROWS; row++) {
            twice[row] = p[row % ROWS];
            isCase[row] = outcome.isCase(row % ROWS);
            labels.add(row % ROWS);
        }
        LogisticRecalibration one = LogisticRecalibration.fit(outcome, p);
        LogisticRecalibration two = LogisticRecalibration.fit(Outcome.of(isCase), twice);
        double alone = RecalibrationErrors.of(one, outcome, p, Clusters.singletons(ROWS)).slope();
        double both = RecalibrationErrors.of(two, Outcome.of(isCase), twice, Clusters.of(labels)).slope();
        assertThat(both).isCloseTo(alone, Percentage.withPercentage(1e-6));
        assertThat(two.slopeSe()).isCloseTo(one.slopeSe() / Math.sqrt(2), Percentage.withPercentage(1e-6));
    }

    @Test
    void recalibratedProbabilitiesHaveSlopeOneAndInterceptNought() {
        LogisticRecalibration fit = LogisticRecalibration.fit(outcome, p);
        LogisticRecalibration again = LogisticRecalibration.fit(outcome, Arrays.stream(p).map(fit::apply).toArray());
        assertThat(again.slope()).isEqualTo(1, within(CLOSE));
        assertThat(again.intercept()).isEqualTo(0, within(CLOSE));
    }

    @Test
    void whereThereIsNoFitThereIsNoError() {
        double[] separated = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            separated[row] = outcome.isCase(row) ? 0.9 : 0.1;
        }
        LogisticRecalibration none = LogisticRecalibration.fit(outcome, separated);
        RecalibrationErrors errors = RecalibrationErrors.of(none, outcome, separated, patients());
        assertThat(errors.intercept()).isNaN();
        assertThat(errors.slope()).isNaN();
    }

    private Clusters patients() {
        return Clusters.of(Arrays.stream(patient).boxed().toList());
    }
}
