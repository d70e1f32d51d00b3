package org.trabecula.stats.glm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import tools.jackson.databind.JsonNode;

/// Cox models against `coxph` of survival 3.5-3 (`scripts/08_nomogram.R` of the reference set), iterated to 1e-14.
class CoxConformanceTest {
    private static final String SUITE = "stats/nomogram";

    @Test
    void agreesWithCoxph() {
        JsonNode reference = FitReference.json("nomogram/survival.json.gz");
        Compared compared = new Compared(SUITE);
        agrees(compared, "cox", reference.get("tied").get("breslow"), Ties.BRESLOW);
        agrees(compared, "cox", reference.get("tied").get("efron"), Ties.EFRON);
        agrees(compared, "cox_noties", reference.get("no_ties").get("breslow"), Ties.BRESLOW);
        agrees(compared, "cox_noties", reference.get("no_ties").get("efron"), Ties.EFRON);
        compared.report();
    }

    private static void agrees(Compared compared, String name, JsonNode reference, Ties ties) {
        Map<String, Variable> table = FitReference.table(name);
        Matrix x = FitReference.matrix(table, "x01", "x02", "x03", "x04", "x05");
        double[] time = FitReference.numbers(table, "time");
        CoxFit fit = CoxRegression.fit(x, time, FitReference.numbers(table, "status"), ties);
        double[] coef = FitReference.numbers(reference.get("coef"));
        double[] se = FitReference.numbers(reference.get("se"));
        for (int j = 0; j < coef.length; j++) {
            compared.close(name + " coefficient " + j, fit.coefficients()[j], coef[j], 1e-11);
            compared.close(name + " se " + j, fit.standardErrors()[j], se[j], 1e-11);
        }
        compared.relative("null", fit.nullLogLik(), FitReference.number(reference.get("loglik_null_and_model").get(0)), 1e-13);
        compared.relative("model", fit.logLik(), FitReference.number(reference.get("loglik_null_and_model").get(1)), 1e-13);
        compared.relative("score", fit.scoreTest(), FitReference.number(reference.get("score_test")), 1e-11);
        compared.relative("wald", fit.waldTest(), FitReference.number(reference.get("wald")), 1e-11);
        compared.relative("C", fit.concordance(), FitReference.number(reference.get("concordance")), 1e-13);
        double[] times = FitReference.numbers(reference.get("basehaz_uncentred").get("time"));
        double[] hazard = FitReference.numbers(reference.get("basehaz_uncentred").get("hazard"));
        for (int k = 0; k < times.length; k++) {
            double uncentred = fit.cumulativeHazard(times[k]) * Math.exp(-fit.centre());
            compared.relative("hazard at " + times[k], uncentred, hazard[k], 1e-11);
        }
    }

    @Test
    void agreesOnWeights() {
        JsonNode reference = FitReference.json("nomogram/survival.json.gz").get("weighted_breslow");
        Map<String, Variable> table = FitReference.table("cox");
        CoxFit fit = CoxRegression.fit(FitReference.matrix(table, "x01", "x02", "x03", "x04", "x05"),
                FitReference.numbers(table, "time"), FitReference.numbers(table, "status"),
                FitReference.numbers(table, "w"), Ties.BRESLOW);
        Compared compared = new Compared(SUITE);
        for (int j = 0; j < 5; j++) {
            compared.close("coefficient", fit.coefficients()[j], FitReference.number(reference.get("coef").get(j)), 1e-10);
            compared.close("se", fit.standardErrors()[j], FitReference.number(reference.get("naive_se").get(j)), 1e-10);
        }
        compared.relative("loglik", fit.logLik(), FitReference.number(reference.get("loglik").get(1)), 1e-12);
        compared.report();
    }

    /// Score residuals sum to the score, which is zero at the maximum; clusters of one case and no ties agree with a numeric
    /// derivative in the case weight.
    @Test
    void scoreResidualsAreTheEffectOfCaseWeights() {
        Map<String, Variable> table = FitReference.table("cox");
        Matrix x = FitReference.matrix(table, "x01", "x02");
        double[] time = FitReference.numbers(table, "time");
        double[] event = FitReference.numbers(table, "status");
        double[] w = new double[time.length];
        java.util.Arrays.fill(w, 1);
        for (Ties ties : Ties.values()) {
            CoxFit fit = CoxRegression.fit(x, time, event, ties);
            int[] all = new int[time.length];
            double[][] one = fit.robustCovariance(all); // one cluster: the score squared, so zero
            assertThat(Math.abs(one[0][0])).isLessThan(1e-20);
            if (ties == Ties.BRESLOW) {
                double h = 1e-5;
                for (int i : new int[] {0, 7, 12, 60}) {
                    double[] more = w.clone();
                    more[i] += h;
                    double[] less = w.clone();
                    less[i] -= h;
                    double up = CoxRegression.fit(x, time, event, more, ties).coefficients()[0];
                    double down = CoxRegression.fit(x, time, event, less, ties).coefficients()[0];
                    int[] cluster = new int[time.length];
                    cluster[i] = 1; // the rest sums to minus this case's residual
                    double[][] v = fit.robustCovariance(cluster);
                    double derivative = (up - down) / (2 * h);
                    assertThat(Math.sqrt(v[0][0] / 2)).isCloseTo(Math.abs(derivative), org.assertj.core.data.Offset.offset(1e-6));
                }
            }
        }
    }
}
