package org.trabecula.stats.samplesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;

/// The worked examples of pmvalsampsize's documentation (R package 0.1.0: mechanical heart valve failure, prevalence 0.018,
/// C 0.8, width 1 for O/E and the usual widths else), after Riley et al. 2021, doi:10.1002/sim.9025. Answers as printed in
/// RebeccaWhittle/pmvalsampsize, docs/example.ipynb, which simulates 10⁶ linear predictors for the slope.
class ValidationSizeTest {
    private static final double PREVALENCE = 0.018;
    private static final double AUC = 0.8;
    private static final ValidationSize.Widths WIDTHS = new ValidationSize.Widths(1, 0.2, 0.1, 0.2);

    /// 905, 4544 and 4252 cases. The number of the slope has, over the 10⁶ draws, a standard deviation of 0.22 % by the delta
    /// method; 0.9 % is four of them.
    @Test
    void pmvalsampsizesExampleOfNormalLogits() {
        ValidationSize size = of(new LogitSpread.Gaussian(-5, 2.5));
        assertThat(size.ofObserved().cases()).isEqualTo(905);
        assertThat(size.ofSlope().cases()).isCloseTo(4544, Percentage.withPercentage(0.9));
        assertThat(size.ofAuc().cases()).isEqualTo(4252);
        assertThat(size.cases()).isEqualTo(size.ofSlope().cases());
        double printed = 0.0005; // half a unit of the last printed digit
        assertThat(size.ofObserved().standardError()).isEqualTo(0.246, within(printed));
        assertThat(size.ofSlope().standardError()).isEqualTo(0.051, within(printed));
        assertThat(size.ofAuc().standardError()).isEqualTo(0.026, within(printed));
    }

    /// 1644 cases by the slope, 4252 in all with 77 events. The standard deviation is 0.07 % here; the integral agrees to the case.
    @Test
    void pmvalsampsizesExampleOfBetaRisks() {
        ValidationSize size = of(new LogitSpread.BetaRisks(0.5, 0.5));
        assertThat(size.ofSlope().cases()).isEqualTo(1644);
        assertThat(size.cases()).isEqualTo(4252);
        assertThat(size.events()).isEqualTo(77);
    }

    /// 17080 cases by the slope, whose standard deviation is 0.38 % here (four of them: 1.5 %); the package's mean of the
    /// controls, −4.7, is what its search stopped at within a tolerance of 0.0005 of the prevalence, the solution −4.7075.
    @Test
    void pmvalsampsizesExampleOfTwoClasses() {
        ValidationSize size = of(new LogitSpread.TwoClasses(AUC, PREVALENCE));
        assertThat(size.ofSlope().cases()).isCloseTo(17080, Percentage.withPercentage(1.5));
        assertThat(size.cases()).isEqualTo(size.ofSlope().cases());
    }

    /// Two classes mean what they say: a mean probability of φ and the AUC's sensitivity at the threshold.
    @Test
    void aCalibratedModelExpectsThePrevalence() {
        LogitSpread spread = new LogitSpread.TwoClasses(AUC, PREVALENCE);
        assertThat(spread.mean(_ -> 1)).isEqualTo(1, within(1e-12));
        assertThat(spread.mean(x -> 1 / (1 + Math.exp(-x)))).isEqualTo(PREVALENCE, within(1e-12));
    }

    /// Net benefit of as many simulated cases as asked for: its standard deviation over 4,000 cohorts is that which the criterion
    /// aims at. The standard deviation of such a standard deviation is 1 / √8000 = 1.1 %; 5 % is more than four of them.
    @Test
    void cohortsOfThatSizeHaveANetBenefitOfThatError() {
        double prevalence = 0.4;
        ValidationSize.Acting acting = new ValidationSize.Acting(0.3, 0.85, 0.6);
        ValidationSize size = ValidationSize.of(
                prevalence, AUC, new LogitSpread.TwoClasses(AUC, prevalence), ValidationSize.Widths.USUAL, Optional.of(acting));
        Precision asked = size.netBenefit().orElseThrow().precision();
        SplittableRandom random = new SplittableRandom(5);
        double sum = 0;
        double squares = 0;
        int cohorts = 4000;
        for (int cohort = 0; cohort < cohorts; cohort++) {
            int events = 0;
            int truePositives = 0;
            int falsePositives = 0;
            for (int row = 0; row < asked.cases(); row++) {
                boolean event = random.nextDouble() < prevalence;
                events += event ? 1 : 0;
                truePositives += event && random.nextDouble() < acting.sensitivity() ? 1 : 0;
                falsePositives += !event && random.nextDouble() >= acting.specificity() ? 1 : 0;
            }
            double benefit = (truePositives - falsePositives * 0.3 / 0.7) / events;
            sum += benefit;
            squares += benefit * benefit;
        }
        double mean = sum / cohorts;
        double sd = Math.sqrt(squares / cohorts - mean * mean);
        assertThat(sd).isCloseTo(asked.standardError(), Percentage.withPercentage(5));
    }

    /// Sensitivity and specificity that follow from two normal classes: Φ of the distance between threshold and mean.
    @Test
    void sensitivityAndSpecificityFollowFromTheSpread() {
        ValidationSize size = ValidationSize.of(
                0.4, AUC, new LogitSpread.TwoClasses(AUC, 0.4), ValidationSize.Widths.USUAL,
                Optional.of(new ValidationSize.Acting(0.3, Double.NaN, Double.NaN)));
        ValidationSize.Acting at = size.netBenefit().orElseThrow().at();
        double sd = Math.sqrt(2) * org.trabecula.stats.Normal.quantile(AUC);
        double middle = Math.log(0.4 / 0.6);
        double threshold = Math.log(0.3 / 0.7);
        // Simpson's rule starts at the threshold, so that no step is cut: errors of h⁴ ~ 1e-12
        assertThat(at.sensitivity()).isEqualTo(org.trabecula.stats.Normal.upperTail((threshold - middle - sd * sd / 2) / sd), within(1e-9));
        assertThat(at.specificity()).isEqualTo(org.trabecula.stats.Normal.cdf((threshold - middle + sd * sd / 2) / sd), within(1e-9));
    }

    @Test
    void whatCannotBeAssumedIsRefused() {
        refused(() -> new LogitSpread.Gaussian(0, 0), "standard deviation");
        refused(() -> new LogitSpread.Gaussian(Double.NaN, 1), "log-odds");
        refused(() -> new LogitSpread.BetaRisks(-1, 1), "α");
        refused(() -> new ValidationSize.Widths(0, 1, 1, 1), "observed");
        refused(() -> new ValidationSize.Acting(0.3, 0.8, Double.NaN), "both");
        refused(() -> new ValidationSize.Acting(0.3, 1.8, 0.5), "1.8");
        refused(() -> ValidationSize.of(0.3, 0.4, new LogitSpread.Gaussian(0, 1), WIDTHS, Optional.empty()), "AUC");
    }

    private static ValidationSize of(LogitSpread spread) {
        return ValidationSize.of(PREVALENCE, AUC, spread, WIDTHS, Optional.empty());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String word) {
        assertThatThrownBy(asked).isInstanceOf(InputException.class).hasMessageContaining("STA-114").hasMessageContaining(word);
    }
}
