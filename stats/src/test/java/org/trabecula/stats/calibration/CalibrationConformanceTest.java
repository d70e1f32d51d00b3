package org.trabecula.stats.calibration;

import static org.trabecula.stats.StatsReference.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsReference;
import tools.jackson.databind.JsonNode;

/// rms 6.5-0 `val.prob`, `lowess`, `loess`, `glm` in R 4.2.2; made by `scripts/06_calibration.R`. Bins: scikit-learn 1.2.1.
class CalibrationConformanceTest {
    private static final double SUMS = 1e-12;

    private final Compared compared = new Compared("stats/calibration");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"pred_a,p_fine,", "pred_a,p_over,", "pred_b,p_fine,", "pred_b,p_over,", "pred_b,p_coarse,_no01"})
    void calibrationIsThatOfR(String table, String score, String suffix) {
        StatsReference.Table rows = StatsReference.table(table);
        double[] all = rows.numbers(score);
        int[] kept = java.util.stream.IntStream.range(0, all.length)
                .filter(row -> suffix == null || all[row] > 0 && all[row] < 1)
                .toArray();
        Outcome outcome = rows.outcome().select(kept);
        double[] p = java.util.Arrays.stream(kept).mapToDouble(row -> all[row]).toArray();
        JsonNode r = StatsReference.json("calibration/calibration.json.gz")
                .get("external")
                .get(table + "__" + score + (suffix == null ? "" : suffix));
        Calibration ours = Calibration.of(outcome, p);

        compared.close("joint intercept", ours.line().intercept(), number(r.get("exact_joint").get(0)), SUMS);
        compared.close("joint slope", ours.line().slope(), number(r.get("exact_joint").get(1)), SUMS);
        // glm stopped at epsilon = 1e-14 of the deviance
        compared.close("intercept se", ours.line().interceptSe(), number(r.get("intercept_joint_se")), 1e-8);
        compared.close("slope se", ours.line().slopeSe(), number(r.get("slope_se")), 1e-8);
        compared.close("in the large", ours.inTheLarge().intercept(), number(r.get("calibration_in_the_large_offset")), 1e-10);
        compared.close("its se", ours.inTheLarge().interceptSe(), number(r.get("calibration_in_the_large_se")), 1e-8);
        compared.close("E/O", 1 / ours.expectedObserved(), number(r.get("oe_ratio")), SUMS);
        compared.close("Brier", ours.brier(), number(r.get("brier")), SUMS);
        compared.close("scaled Brier", ours.brierScaled(), number(r.get("brier_scaled")), SUMS);
        compared.close("log loss", ours.logLoss(), number(r.get("log_loss")), SUMS);
        compared.close("R2", ours.nagelkerke(), number(r.get("nagelkerke_R2_of_p")), SUMS);
        JsonNode valProb = r.get("val_prob");
        compared.close("U", ours.unreliability(), number(valProb.get("U:Chi-sq")), 1e-9); // val.prob's fit: 1e-9
        compared.close("U p", ours.unreliabilityP(), number(valProb.get("U:p")), 1e-9);
        compared.close("S z", ours.spiegelhalterZ(), number(valProb.get("S:z")), SUMS);
        compared.close("S p", ours.spiegelhalterP(), number(valProb.get("S:p")), SUMS);
        for (int k = 0; k < 10; k++) {
            compared.close("recalibrated", ours.line().apply(p[k]), number(r.get("recalibrated_first10").get(k)), 1e-9);
        }
        lowess(outcome, p, ours, r);
        loess(ours, p, r.get("ICI_loess").get("direct"));
        hosmerLemeshow(HosmerLemeshow.byQuantiles(outcome, p, 10), r.get("hosmer_lemeshow").get("quantile10"));
        hosmerLemeshow(HosmerLemeshow.byQuantiles(outcome, p, 5), r.get("hosmer_lemeshow").get("quantile5"));
        hosmerLemeshow(HosmerLemeshow.byRanks(outcome, p, 10), r.get("hosmer_lemeshow").get("rank10"));
        compared.report();
    }

    private void lowess(Outcome outcome, double[] p, Calibration ours, JsonNode r) {
        JsonNode plain = r.get("lowess_f_2_3_iter0");
        JsonNode index = plain.get("x_sorted_unique_first_value").get("index_1based");
        double[] y = new double[p.length];
        for (int row = 0; row < y.length; row++) {
            y[row] = outcome.y(row);
        }
        double delta = number(plain.get("delta"));
        SmoothCurve robust = Lowess.fit(p, y, 2.0 / 3, 3, delta);
        SmoothCurve every = Lowess.fit(p, y, 2.0 / 3, 0, 0);
        for (int k = 0; k < index.size(); k++) {
            int at = index.get(k).intValue() - 1;
            compared.close("x", ours.curve().x(at), number(plain.get("x_sorted_unique_first_value").get("x").get(k)), 0);
            compared.close("y", ours.curve().y(at), number(plain.get("x_sorted_unique_first_value").get("y").get(k)), SUMS);
            compared.close("iter 3", robust.y(at), number(r.get("lowess_default_iter3").get("y").get(k)), 1e-10);
            compared.close("delta 0", every.y(at), number(r.get("lowess_iter0_delta0").get("y").get(k)), SUMS);
        }
        JsonNode grid = plain.get("on_grid");
        for (int k = 0; k < grid.get("x").size(); k++) {
            compared.close("grid", ours.curve().at(number(grid.get("x").get(k))), number(grid.get("y").get(k)), SUMS);
        }
        compared.close("Eavg", ours.curveErrors().mean(), number(plain.get("Eavg")), SUMS);
        compared.close("E50", ours.curveErrors().median(), number(plain.get("E50")), SUMS);
        compared.close("E90", ours.curveErrors().e90(), number(plain.get("E90")), SUMS);
        compared.close("Emax", ours.curveErrors().max(), number(plain.get("Emax")), SUMS);
        compared.close("val.prob Emax", ours.curveErrors().max(), number(r.get("val_prob").get("Emax")), SUMS);
        compared.close("Eavg, delta 0", CalibrationErrors.of(every).mean(), number(r.get("lowess_iter0_delta0").get("Eavg")), SUMS);
    }

    /// R solves by QR with a pseudo-inverse, we by normal equations on scaled distances: a condition of up to 1e3 on each
    /// side costs three digits.
    private void loess(Calibration ours, double[] p, JsonNode r) {
        compared.close("ICI", ours.errors().mean(), number(r.get("ICI")), 1e-10);
        compared.close("E50", ours.errors().median(), number(r.get("E50")), 1e-10);
        compared.close("E90", ours.errors().e90(), number(r.get("E90")), 1e-10);
        compared.close("Emax", ours.errors().max(), number(r.get("Emax")), 1e-10);
        for (int k = 0; k < 10; k++) {
            compared.close("fitted", ours.flexible().at(p[k]), number(r.get("fitted_first10").get(k)), 1e-10);
        }
    }

    private void hosmerLemeshow(HosmerLemeshow ours, JsonNode r) {
        compared.equal("groups", ours.groups().size(), r.get("groups").longValue());
        for (int g = 0; g < ours.groups().size(); g++) {
            compared.equal("n", ours.groups().get(g).rows(), r.get("n").get(g).longValue());
            compared.equal("observed", ours.groups().get(g).observed(), r.get("observed").get(g).longValue());
            compared.close("expected", ours.groups().get(g).expected(), number(r.get("expected").get(g)), SUMS);
        }
        compared.close("chi2", ours.chi2(), number(r.get("chi2")), SUMS);
        compared.relative("p external", ours.pExternal(), number(r.get("p_external")), 1e-11);
        compared.relative("p internal", ours.pInternal(), number(r.get("p_internal")), 1e-11);
    }

    @Test
    void binsAreThoseOfScikitLearn() {
        JsonNode reference = StatsReference.json("roc/sklearn_metrics.json.gz");
        for (String table : List.of("pred_a", "pred_b")) {
            StatsReference.Table rows = StatsReference.table(table);
            for (String score : List.of("p_fine", "p_coarse", "p_over")) {
                JsonNode r = reference.get(table).get(score);
                double[] p = rows.numbers(score);
                bins(CalibrationBins.equalWidth(rows.outcome(), p, 10), r.get("calibration_uniform10"));
                bins(CalibrationBins.equalSize(rows.outcome(), p, 10), r.get("calibration_quantile10"));
            }
        }
        compared.report();
    }

    private void bins(List<CalibrationBins.Bin> ours, JsonNode r) {
        compared.equal("bins", ours.size(), r.get("prob_true").size());
        for (int k = 0; k < ours.size(); k++) {
            compared.close("observed", ours.get(k).observed(), number(r.get("prob_true").get(k)), SUMS);
            compared.close("predicted", ours.get(k).meanPredicted(), number(r.get("prob_pred").get(k)), SUMS);
        }
    }
}
