package org.trabecula.stats.glm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import tools.jackson.databind.JsonNode;

/// Maximum likelihood and Firth's estimates against R's (`scripts/06_calibration.R` of the reference set).
class LogisticConformanceTest {
    private static final String SUITE = "stats/nomogram";

    private static Matrix clinical(Map<String, Variable> table) {
        return FitReference.matrix(table, "age", "sex", "score");
    }

    /// `exact_newton` is the maximum to rounding.
    @Test
    void maximisesTheLikelihood() {
        JsonNode all = FitReference.json("calibration/calibration.json.gz").get("logistic");
        Map<String, Variable> clinical = FitReference.table("clinical");
        Map<String, Variable> small = FitReference.table("small_binomial");
        Compared compared = new Compared(SUITE);
        agrees(compared, LogisticRegression.fit(clinical(clinical), FitReference.numbers(clinical, "outcome")),
                all.get("clinical_age_sexM_score"));
        agrees(compared, LogisticRegression.fit(FitReference.matrix(small, "x01", "x03", "x04"),
                FitReference.numbers(small, "y")), all.get("small_binomial_x01_x03_x04"));
        compared.report();
    }

    private static void agrees(Compared compared, LogisticFit fit, JsonNode reference) {
        JsonNode exact = reference.get("exact_newton");
        double[] coef = FitReference.numbers(exact.get("coef"));
        double[] se = FitReference.numbers(exact.get("se"));
        for (int j = 0; j < coef.length; j++) {
            compared.relative("coefficient " + j, fit.coefficients()[j], coef[j], 1e-11);
            compared.relative("se " + j, fit.standardErrors()[j], se[j], 1e-10);
            for (int k = 0; k < coef.length; k++) {
                compared.relative("vcov", fit.covariance()[j][k],
                        FitReference.number(exact.get("vcov").get(j).get(k)), 1e-9);
            }
        }
        compared.relative("logLik", fit.logLik(), FitReference.number(exact.get("loglik")), 1e-12);
        compared.relative("null deviance", -2 * fit.nullLogLik(),
                FitReference.number(reference.get("glm").get("null_deviance")), 1e-12);
        assertThat(fit.separated()).isFalse();
    }

    @Test
    void firthAgreesWithLogistfAndBrglm() {
        JsonNode all = FitReference.json("calibration/calibration.json.gz").get("firth");
        Map<String, Variable> clinical = FitReference.table("clinical");
        Map<String, Variable> small = FitReference.table("small_binomial");
        Compared compared = new Compared(SUITE);
        firth(compared, clinical(clinical), FitReference.numbers(clinical, "outcome"), all.get("clinical_age_sexM_score"));
        firth(compared, FitReference.matrix(small, "x01", "x02", "x03", "x04"), FitReference.numbers(small, "y"),
                all.get("small_binomial_first4"));
        if (all.has("separable_x1")) {
            Map<String, Variable> separable = FitReference.table("separable");
            double[] y = FitReference.numbers(separable, "y");
            firth(compared, FitReference.matrix(separable, "x1"), y, all.get("separable_x1"));
            firth(compared, FitReference.matrix(separable, "x2", "x3"), y, all.get("separable_x2_x3"));
            firth(compared, FitReference.matrix(separable, "x1", "x3", "x4"), y, all.get("separable_x1_x3_x4"));
        }
        compared.report();
    }

    /// Estimates to 1e-9; limits to 1e-8, because a flat profile magnifies rounding of the likelihood.
    private static void firth(Compared compared, Matrix x, double[] y, JsonNode reference) {
        LogisticFit fit = LogisticRegression.fitFirth(x, y);
        FirthProfile profile = new FirthProfile(x, y);
        double[] coef = FitReference.numbers(reference.get("coef"));
        for (int j = 0; j < coef.length; j++) {
            compared.close("coefficient " + j, fit.coefficients()[j], coef[j], 1e-9);
            compared.close("se " + j, fit.standardErrors()[j], FitReference.number(reference.get("se_wald").get(j)), 1e-9);
            compared.close("chi2 " + j, profile.chiSquared(j), FitReference.number(reference.get("plr_chi2").get(j)), 1e-9);
            compared.relative("p " + j, profile.p(j), FitReference.number(reference.get("plr_p").get(j)), 1e-8);
            Interval limits = profile.interval(j, 0.95);
            compared.close("lower " + j, limits.lower(), FitReference.number(reference.get("profile_ci95").get(j).get(0)), 1e-8);
            compared.close("upper " + j, limits.upper(), FitReference.number(reference.get("profile_ci95").get(j).get(1)), 1e-8);
        }
        compared.relative("penalised", fit.penalisedLogLik(), FitReference.number(reference.get("penalised_loglik")), 1e-11);
        compared.relative("logLik", fit.logLik(), FitReference.number(reference.get("loglik")), 1e-8);
    }

    /// lrm's own fits inside validate() stop early, which leaves slope and intercept off by up to 5e-10, R2 and its like by 1e-8.
    @Test
    void validatesAsRms() {
        JsonNode reference = FitReference.json("calibration/validate_bootstrap.json.gz");
        Map<String, Variable> clinical = FitReference.table("clinical");
        List<ValidationIndex> lines = BootstrapValidation.of(clinical(clinical), FitReference.numbers(clinical, "outcome"),
                FitReference.resamples(reference.get("indices_1based")), 2);
        JsonNode table = reference.get("validate_table");
        Compared compared = new Compared(SUITE);
        for (int k = 0; k < lines.size(); k++) {
            ValidationIndex line = lines.get(k);
            assertThat(line.name()).isEqualTo(table.get("rows").get(k).stringValue());
            double[] ours = {line.original(), line.training(), line.test(), line.optimism(), line.corrected()};
            for (int c = 0; c < ours.length; c++) {
                compared.close(line.name() + " " + table.get("cols").get(c).stringValue(), ours[c],
                        FitReference.number(table.get("values").get(k).get(c)), 1e-8);
            }
        }
        compared.report();
    }

    @Test
    void saysThatClassesAreSeparated() {
        double[] y = {0, 0, 0, 1, 1, 1};
        assertThat(LogisticRegression.fit(Matrix.ofColumns(new double[] {1, 2, 3, 4, 5, 6}), y).separated()).isTrue();
        double[] quasi = {1, 2, 4, 4, 5, 6};
        assertThat(LogisticRegression.fit(Matrix.ofColumns(quasi), y).separated()).isTrue();
        double[] mixed = {1, 4, 3, 2, 5, 6};
        assertThat(LogisticRegression.fit(Matrix.ofColumns(mixed), y).separated()).isFalse();
        assertThat(LogisticRegression.fitFirth(Matrix.ofColumns(new double[] {1, 2, 3, 4, 5, 6}), y).separated()).isFalse();
    }

    /// Clusters of one case give White's estimate; copies of every case in its cluster leave it as it is.
    @Test
    void robustCovarianceKnowsCopies() {
        Map<String, Variable> table = FitReference.table("small_binomial");
        Matrix x = FitReference.matrix(table, "x01", "x03");
        double[] y = FitReference.numbers(table, "y");
        int[] single = java.util.stream.IntStream.range(0, y.length).toArray();
        int[] doubled = java.util.stream.IntStream.range(0, 2 * y.length).map(i -> i % y.length).toArray();
        double[][] once = LogisticRegression.fit(x, y).robustCovariance(x, single);
        Matrix twice = x.selectRows(doubled);
        double[] yTwice = Arrays.stream(doubled).mapToDouble(i -> y[i]).toArray();
        double[][] copied = LogisticRegression.fit(twice, yTwice).robustCovariance(twice, doubled);
        for (int j = 0; j < once.length; j++) {
            assertThat(copied[j][j]).isCloseTo(once[j][j], org.assertj.core.data.Offset.offset(1e-12 * once[j][j]));
        }
    }
}
