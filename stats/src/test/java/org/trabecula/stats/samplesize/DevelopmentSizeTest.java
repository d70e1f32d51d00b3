package org.trabecula.stats.samplesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Normal;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.LogisticFit;

/// The worked examples of pmsampsize's documentation (R package 1.1.3, doi:10.32614/CRAN.package.pmsampsize: binary outcomes, 24
/// parameters, prevalence 0.174), after Riley et al. 2019, doi:10.1002/sim.7992 (Chagas disease). Answers as printed in the
/// example notebook of the same authors' Python package of that name, RebeccaWhittle/pmsampsize, docs/example.ipynb.
class DevelopmentSizeTest {
    private static final double PREVALENCE = 0.174;

    /// 623, 662 and 221 cases; shrinkage 0.905; R² at most 0.603, Nagelkerke's 0.477; 4.52, 4.8 and 1.6 events a parameter; 116
    /// events.
    @Test
    void pmsampsizesExampleWithCoxAndSnellsRSquared() {
        DevelopmentSize size = DevelopmentSize.of(new AnticipatedFit(0.288, PREVALENCE), 24, 0.9);
        assertThat(size.ofShrinkage()).isEqualTo(623);
        assertThat(size.ofOptimism()).isEqualTo(662);
        assertThat(size.ofOverallRisk()).isEqualTo(221);
        assertThat(size.cases()).isEqualTo(662);
        assertThat(size.events()).isEqualTo(116);
        double printed = 0.0005; // half a unit of the last printed digit
        assertThat(size.fit().largest()).isEqualTo(0.603, within(printed));
        assertThat(size.fit().nagelkerke()).isEqualTo(0.477, within(printed));
        assertThat(size.expectedShrinkage(662)).isEqualTo(0.905, within(printed));
        assertThat(size.eventsPerParameter(623)).isEqualTo(4.52, within(0.005));
        assertThat(size.eventsPerParameter(662)).isEqualTo(4.80, within(0.005));
        assertThat(size.eventsPerParameter(221)).isEqualTo(1.60, within(0.005));
    }

    /// 615, 660 and 221 cases, 115 events, from R² = 0.2908 of 10⁶ simulated cases. Its simulation error: the R² of n cases has
    /// a standard deviation near 2 √(R² (1 − R²)) / √n < 0.001.
    @Test
    void pmsampsizesExampleWithAnArea() {
        DevelopmentSize size = DevelopmentSize.of(AnticipatedFit.ofAuc(0.89, PREVALENCE), 24, 0.9);
        assertThat(size.fit().coxSnell()).isEqualTo(0.2908, within(0.001));
        assertThat(size.ofShrinkage()).isEqualTo(615);
        assertThat(size.ofOptimism()).isEqualTo(660);
        assertThat(size.ofOverallRisk()).isEqualTo(221);
        assertThat(size.events()).isEqualTo(115);
    }

    /// What the integral says against what it stands for, pmsampsize's way: a logistic model of two normals. 40,000 cases have
    /// an R² with a standard deviation below 0.005.
    @Test
    void theIntegralIsTheFitToManyCases() {
        int n = 40_000;
        double auc = 0.8;
        int events = n * 3 / 10;
        SplittableRandom random = new SplittableRandom(11);
        double[] score = new double[n];
        double[] y = new double[n];
        for (int row = 0; row < n; row++) {
            y[row] = row < events ? 1 : 0;
            score[row] = random.nextGaussian() + y[row] * Math.sqrt(2) * Normal.quantile(auc);
        }
        LogisticFit fit = LogisticRegression.fit(Matrix.ofColumns(score), y);
        double simulated = -Math.expm1(-2 * (fit.logLik() - fit.nullLogLik()) / n);
        assertThat(AnticipatedFit.ofAuc(auc, 0.3).coxSnell()).isEqualTo(simulated, within(0.015));
    }

    @Test
    void nagelkerkesRSquaredIsTheShareOfTheLargest() {
        AnticipatedFit fit = AnticipatedFit.ofNagelkerke(0.477, PREVALENCE);
        assertThat(fit.coxSnell()).isEqualTo(0.477 * fit.largest());
        assertThat(fit.nagelkerke()).isEqualTo(0.477, within(1e-15));
    }

    @Test
    void theMostCandidatesOfASizeNeedThatSizeAndOneMoreNeedsMore() {
        DevelopmentSize size = DevelopmentSize.of(AnticipatedFit.ofAuc(0.8, 0.4), 10, 0.9);
        int most = size.mostParameters(520);
        assertThat(most).isPositive();
        assertThat(DevelopmentSize.of(size.fit(), most, 0.9).cases()).isLessThanOrEqualTo(520);
        assertThat(DevelopmentSize.of(size.fit(), most + 1, 0.9).cases()).isGreaterThan(520);
        assertThat(size.mostParameters(size.ofOverallRisk() - 1)).isZero();
    }

    @Test
    void manyMoreCandidatesThanCasesShrinkToLittleMoreThanRSquared() {
        DevelopmentSize size = DevelopmentSize.of(new AnticipatedFit(0.2, 0.4), 1648, 0.9);
        assertThat(size.expectedShrinkage(365)).isBetween(0.2, 0.21);
        assertThat(size.expectedShrinkage(size.ofShrinkage())).isGreaterThanOrEqualTo(0.9);
        assertThat(size.expectedShrinkage(size.ofShrinkage() - 1)).isLessThan(0.9);
    }

    @Test
    void whatCannotBeAssumedIsRefused() {
        refused(() -> new AnticipatedFit(0.61, PREVALENCE), "0.6032"); // the largest is 0.603
        refused(() -> new AnticipatedFit(0.2, 1), "prevalence");
        refused(() -> AnticipatedFit.ofAuc(0.5, 0.3), "0.5");
        refused(() -> AnticipatedFit.ofNagelkerke(1, 0.3), "Nagelkerke");
        refused(() -> DevelopmentSize.of(new AnticipatedFit(0.288, PREVALENCE), 0, 0.9), "candidate");
        refused(() -> DevelopmentSize.of(new AnticipatedFit(0.288, PREVALENCE), 24, 0.2), "shrinkage");
        refused(() -> DevelopmentSize.of(new AnticipatedFit(1e-9, PREVALENCE), 1_000_000, 0.9), "cases");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String word) {
        assertThatThrownBy(asked).isInstanceOf(InputException.class).hasMessageContaining("STA-114").hasMessageContaining(word);
    }
}
