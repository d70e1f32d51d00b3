package org.trabecula.stats.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.stats.StatsReference.number;
import static org.trabecula.stats.StatsReference.numbers;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsReference;
import tools.jackson.databind.JsonNode;

/// dcurves 0.5.1.9000 (p ≥ t) and rmda 1.6 (p > t) in R; made by `scripts/07_dca.R`.
class DecisionConformanceTest {
    private static final double SUMS = 1e-12;
    private final Compared compared = new Compared("stats/dca");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"pred_a,p_fine", "pred_a,p_coarse", "pred_a,p_over", "pred_b,p_fine", "pred_b,p_coarse", "pred_b,p_over"})
    void netBenefitIsThatOfDcurves(String table, String model) {
        StatsReference.Table r = StatsReference.csv("dca/dca.csv.gz");
        int[] rows = IntStream.range(0, r.text("table").size())
                .filter(k -> r.text("table").get(k).equals(table) && r.text("model").get(k).equals(model))
                .toArray();
        StatsReference.Table data = StatsReference.table(table);
        double[] p = data.numbers(model);
        DecisionCurve curve = DecisionCurve.of(data.outcome(), p, DecisionCurve.hundredths(0, 99));
        assertThat(rows).hasSize(100);
        for (int k = 0; k < 100; k++) {
            DecisionPoint point = curve.model().get(k);
            int row = rows[k];
            compared.close("threshold", point.threshold(), r.numbers("threshold")[row], 0);
            compared.equal("tp", point.truePositives(), (long) r.numbers("tp_ge")[row]);
            compared.equal("fp", point.falsePositives(), (long) r.numbers("fp_ge")[row]);
            compared.close("nb", point.netBenefit(), r.numbers("nb_ge")[row], SUMS);
            compared.close("dcurves", point.netBenefit(), r.numbers("dcurves_NB")[row], SUMS);
            compared.close("standardised", point.standardised(), r.numbers("snb_ge")[row], SUMS);
            compared.close("all", curve.all().get(k).netBenefit(), r.numbers("nb_all")[row], SUMS);
            compared.close("none", curve.none().get(k).netBenefit(), 0, 0);
            compared.close(
                    "avoided of 100", 100 * point.interventionsAvoided(), r.numbers("avoided_per100_ge")[row], SUMS);
            if (k > 0 && r.numbers("nb_ge")[row] == r.numbers("nb_gt")[row]) { // no prediction on the threshold
                compared.close("opt-out", point.optOut(), r.numbers("rmda_NB_optout")[row], SUMS);
                compared.close("rmda", point.netBenefit(), r.numbers("rmda_NB")[row], SUMS);
                compared.close("rmda standardised", point.standardised(), r.numbers("rmda_sNB")[row], SUMS);
            }
        }
        compared.report();
    }

    @Test
    void aGivenPrevalenceIsThatOfDcurvesAndOfRmda() {
        StatsReference.Table data = StatsReference.table("pred_b");
        DecisionCurve curve =
                DecisionCurve.of(data.outcome(), data.numbers("p_fine"), 0.2, new double[] {0.1, 0.2, 0.3, 0.5});
        JsonNode meta = StatsReference.json("dca/dca_meta.json");
        double[] dcurves = numbers(meta.get("dcurves_prevalence_0.2").get("NB"));
        double[] rmda = numbers(meta.get("rmda_case_control_0.2").get("NB"));
        double[] standardised = numbers(meta.get("rmda_case_control_0.2").get("sNB"));
        for (int k = 0; k < 4; k++) {
            compared.close("all", curve.all().get(k).netBenefit(), dcurves[k], SUMS);
            compared.close("none", curve.none().get(k).netBenefit(), dcurves[4 + k], SUMS);
            compared.close("model", curve.model().get(k).netBenefit(), dcurves[8 + k], SUMS);
            compared.close("rmda model", curve.model().get(k).netBenefit(), rmda[k], SUMS);
            compared.close("rmda standardised", curve.model().get(k).standardised(), standardised[k], SUMS);
        }
        assertThat(number(meta.get("rmda_case_control_0.2").get("NB").get(4))).isEqualTo(dcurves[0], within(SUMS));
        compared.report();
    }

    @Test
    void aPredictionOnTheThresholdIsActedOn() {
        DecisionCurve curve = DecisionCurve.of(Outcome.of(true, false), new double[] {0.35, 0.2}, 0.35);
        assertThat(curve.model().getFirst().truePositives()).isEqualTo(1);
        assertThat(DecisionCurve.hundredths(35, 35)).containsExactly(0.35);
    }

    @Test
    void theBandHoldsTheCurveAndDoesNotDependOnThreads() {
        StatsReference.Table data = StatsReference.table("pred_a");
        double[] p = data.numbers("p_fine");
        double[] thresholds = {0.2, 0.5, 0.8};
        Clusters patients = Clusters.of(data.text("patient"));
        RandomStreams streams = new RandomStreams(5);
        List<Interval> one =
                DecisionBand.netBenefit(data.outcome(), p, patients, thresholds, 200, 0.95, streams, 1);
        assertThat(DecisionBand.netBenefit(data.outcome(), p, patients, thresholds, 200, 0.95, streams, 3))
                .isEqualTo(one);
        List<DecisionPoint> curve = DecisionCurve.of(data.outcome(), p, thresholds).model();
        for (int k = 0; k < thresholds.length; k++) {
            assertThat(curve.get(k).netBenefit()).isBetween(one.get(k).lower(), one.get(k).upper());
        }
    }

    @Test
    void reclassificationCountsMovesOfCasesAndControls() {
        Outcome outcome = Outcome.of(true, true, true, false, false);
        double[] old = {0.2, 0.6, 0.4, 0.3, 0.6};
        double[] fresh = {0.7, 0.7, 0.3, 0.6, 0.1};
        Reclassification byHalf = Reclassification.byCategories(outcome, old, fresh, 0.5);
        assertThat(byHalf.eventNri()).isEqualTo(1.0 / 3, within(1e-15)); // one case up, none down
        assertThat(byHalf.nonEventNri()).isZero(); // one control up, one down
        Reclassification any = Reclassification.continuous(outcome, old, fresh);
        assertThat(any.eventNri()).isEqualTo(1.0 / 3, within(1e-15)); // two up, one down of three
        assertThat(any.idi()).isEqualTo(0.5 / 3 - (-0.2 / 2), within(1e-15));
        assertThat(Reclassification.WARNING).contains("miscalibrated");
    }
}
