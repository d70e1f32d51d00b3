package org.trabecula.stats.penalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.resampling.FoldAssignment;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// `LassoCV` of scikit-learn 1.2.1. Its `tol` bounds the duality gap: 1e-10 (1e-8 for the larger tables) leaves its errors
/// good to 1e-6; the default of 1e-4 leaves them off in the third or fourth digit.
class LassoCvConformanceTest {
    static Stream<String> smallTables() {
        return GlmnetReference.files("sklearn", "lassocv__").stream().filter(file -> !GlmnetReference.isLarge(file));
    }

    static Stream<String> largeTables() {
        return GlmnetReference.files("sklearn", "lassocv__").stream().filter(GlmnetReference::isLarge);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smallTables")
    void choosesTheSamePenalty(String file) {
        compare(file);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("largeTables")
    void choosesTheSamePenaltyInLargeTables(String file) {
        compare(file);
    }

    private static void compare(String file) {
        JsonNode reference = GlmnetReference.json("sklearn/" + file);
        GlmnetReference.Table table = GlmnetReference.table(reference.get("meta").get("table").stringValue());
        boolean z = reference.get("meta").get("columns").stringValue().startsWith("z");
        for (Map.Entry<String, JsonNode> run : reference.properties()) {
            if (run.getKey().equals("meta") || run.getValue().isNull()) {
                continue;
            }
            double[] alphas = GlmnetReference.numbers(run.getValue().get("alphas"));
            LassoCv cv = new LassoCv(FoldAssignment.contiguous(table.x().rows(), run.getKey().endsWith("cv5") ? 5 : 10))
                    .withScaling(z ? LassoCv.Scaling.ALL_CASES : LassoCv.Scaling.AS_GIVEN)
                    .withIntercept(!run.getKey().equals("fit_intercept_False"))
                    .withJobs(2);
            if (run.getKey().startsWith("grid")) {
                cv = cv.withGrid(alphas);
            } else if (run.getKey().startsWith("eps")) {
                cv = cv.withGrid(30, 1e-2);
            }
            compare(run.getKey(), run.getValue(), cv.fit(table.x(), table.column("y")), alphas, table.x(), z);
        }
    }

    private static void compare(String run, JsonNode expected, LassoCv.Fit ours, double[] alphas, Matrix x, boolean z) {
        boolean tight = run.startsWith("tol") || run.startsWith("eps") || run.startsWith("fit_intercept");
        double[] mean = GlmnetReference.numbers(expected.get("mean_mse"));
        double tolerance = tight ? 2e-6 : 5e-3;
        for (int k = 0; k < alphas.length; k++) {
            assertThat(ours.path().lambda(k)).isCloseTo(alphas[k], withPercentage(1e-10));
            assertThat(ours.mean()[k]).as("%s: mean error at %s", run, alphas[k])
                    .isCloseTo(mean[k], offset(tolerance * mean[k]));
            double[] byFold = GlmnetReference.numbers(expected.get("mse_path").get(k));
            for (int fold = 0; fold < byFold.length; fold++) {
                assertThat(ours.mse()[k][fold]).isCloseTo(byFold[fold], offset(10 * tolerance * mean[k]));
            }
        }
        assertThat(ours.alpha()).as("chosen in %s", run).isCloseTo(expected.get("alpha").doubleValue(), withPercentage(1e-10));
        double[] coef = GlmnetReference.dense(
                expected.get("coef").get("j"), expected.get("coef").get("v"), x.columns());
        double largest = 0;
        for (double value : coef) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int j = 0; j < coef.length; j++) {
            double scale = z ? standardDeviation(x, j) : 1;
            assertThat(ours.coefficients().of(j) * scale)
                    .as("%s: coefficient %d", run, j)
                    .isCloseTo(coef[j], offset((tight ? 2e-5 : 5e-2) * largest + 1e-12));
        }
        Conformance.compared("stats/glmnet", (long) alphas.length * (1 + ours.mse()[0].length) + coef.length);
    }

    @Test
    void dealsFoldsAsScikitLearn() {
        JsonNode folds = GlmnetReference.json("sklearn/folds.json").get("folds");
        for (Map.Entry<String, JsonNode> given : folds.properties()) {
            int[] expected = new int[given.getValue().size()];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = given.getValue().get(i).intValue();
            }
            if (given.getKey().contains("radiomics_like") && !GlmnetReference.hasTable("radiomics_like")) {
                Conformance.skipped("stats/glmnet", expected.length, "the table radiomics_like is not in the core");
                continue;
            }
            FoldAssignment ours;
            if (given.getKey().startsWith("KFold")) {
                ours = FoldAssignment.contiguous(expected.length, Integer.parseInt(given.getKey().split("_")[2]));
            } else {
                double[] y = GlmnetReference.table("radiomics_like").column("y");
                ours = FoldAssignment.stratified(java.util.Arrays.stream(y).mapToInt(v -> (int) v).toArray(), 10);
            }
            for (int i = 0; i < expected.length; i++) {
                assertThat(ours.foldOf(i)).as("%s row %d", given.getKey(), i).isEqualTo(expected[i]);
            }
            Conformance.compared("stats/glmnet", expected.length);
        }
    }

    /// scikit-learn's L1 logistic regression with `C` is ours at λ = 1/(n C), both with a free intercept.
    @Test
    void agreesWithLogisticRegressionAtItsPenalty() {
        JsonNode fits = GlmnetReference.json("sklearn/logistic_small_binomial.json").get("fits");
        GlmnetReference.Table table = GlmnetReference.table("small_binomial");
        int n = table.x().rows();
        for (Map.Entry<String, JsonNode> fit : fits.properties()) {
            if (!fit.getKey().matches("l[12]_C[0-9.]+")) {
                continue; // liblinear penalises the intercept too
            }
            double c = Double.parseDouble(fit.getKey().substring(4));
            double alpha = fit.getKey().startsWith("l1") ? 1 : 0;
            Coefficients ours = ElasticNet.binomial().withAlpha(alpha).withLambdas(1 / (n * c))
                    .fit(table.x(), table.column("y")).coefficients(0);
            double[] expected = GlmnetReference.numbers(fit.getValue().get("coef"));
            for (int j = 0; j < expected.length; j++) {
                assertThat(ours.of(j) * standardDeviation(table.x(), j))
                        .as("%s column %d", fit.getKey(), j)
                        .isCloseTo(expected[j], offset(1e-4)); // where lbfgs stops; ours meets the KKT conditions
            }
            Conformance.compared("stats/glmnet", expected.length);
        }
    }

    private static double standardDeviation(Matrix x, int j) {
        double mean = 0;
        for (int i = 0; i < x.rows(); i++) {
            mean += x.get(i, j) / x.rows();
        }
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            sum += (x.get(i, j) - mean) * (x.get(i, j) - mean) / x.rows();
        }
        return Math.sqrt(sum);
    }
}
