package org.trabecula.stats.penalised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.stats.Matrix;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// Paths of glmnet 4.1-6 at three values of its `thresh`.
///
/// glmnet stops at a small squared step, we at the optimum, so a tolerance says how far glmnet is off, not we: at every λ
/// looked at our solution must be nearer to the Karush–Kuhn–Tucker conditions than glmnet's.
class PathConformanceTest {
    static Stream<String> smallTables() {
        return GlmnetReference.files("glmnet", "path__").stream().filter(file -> !GlmnetReference.isLarge(file));
    }

    static Stream<String> largeTables() {
        return GlmnetReference.files("glmnet", "path__").stream().filter(GlmnetReference::isLarge);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smallTables")
    void agreesAsFarAsGlmnetConverged(String file) {
        compare(file);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("largeTables")
    void agreesOnLargeTablesAsFarAsGlmnetConverged(String file) {
        compare(file);
    }

    private static void compare(String file) {
        JsonNode reference = GlmnetReference.json("glmnet/" + file);
        JsonNode meta = reference.get("meta");
        Matrix x = GlmnetReference.table(meta.get("table").stringValue()).x();
        Response response = GlmnetReference.response(meta);
        ElasticNet net = GlmnetReference.settings(meta);
        if (!meta.get("user_lambda").isNull()) {
            net = net.withLambdas(GlmnetReference.numbers(meta.get("user_lambda")));
        }
        JsonNode path = reference.get("path");
        LassoPath ours = net.fit(x, response);
        boolean twins = meta.get("table").stringValue().equals("with_constant") && net.alpha() == 1;
        double[] lambda = GlmnetReference.numbers(path.get("lambda"));
        int common = Math.min(lambda.length, ours.size());
        // where the path ends depends on glmnet's thresh, by a value or a few
        assertThat(ours.size()).isBetween(lambda.length - 4, lambda.length + 4);
        assertThat(ours.nullDeviance() / number(path, "nulldev")).isCloseTo(1, tolerance(1e-12));
        double coefficientTolerance = coefficientTolerance(meta);
        double devianceTolerance = number(meta, "thresh") < 1e-15 ? 1e-9 : number(meta, "thresh") < 1e-10 ? 1e-5 : 2e-3;
        int compared = 0;
        for (int k = 0; k < common; k++) {
            // λ_max follows an unpenalised fit that glmnet has not driven to its end: 1e-9; else rounding
            assertThat(ours.lambda(k)).isCloseTo(lambda[k], tolerance(lambda[k] * (unpenalised(net) ? 1e-5 : 1e-12)));
            assertThat(ours.devianceRatio(k))
                    .as("deviance ratio at lambda %d", k)
                    .isCloseTo(path.get("dev_ratio").get(k).doubleValue(), tolerance(devianceTolerance));
            double[] expected = dense(path, k, x.columns());
            double[] found = IntStream.range(0, x.columns()).mapToDouble(ours.coefficients(k)::of).toArray();
            if (twins) { // x10 copies x01: only their sum is determined
                expected[0] += expected[9];
                found[0] += found[9];
                expected[9] = found[9];
            }
            boolean endless = net.alpha() == 0 && k == 0; // λ = 9.9e35 there: coefficients near 1e-37 on both sides
            double error = endless ? 0 : relativeError(found, expected);
            compared += expected.length;
            boolean looked = k > 0 && (k % 10 == 1 || error > 1e-8) && compared < 400_000;
            if (looked) {
                double theirs = KktCheck.of(net, x, response, coefficients(path, k, x.columns()), lambda[k]).violation();
                double mine = KktCheck.of(net, x, response, ours.coefficients(k), ours.lambda(k)).violation();
                assertThat(mine).as("our KKT violation at lambda %d against %s", k, theirs)
                        .isLessThanOrEqualTo(Math.max(theirs, 1e-11 * Math.max(1, ours.lambda(k)))); // a share of the penalty
            }
            assertThat(error).as("coefficients at lambda %d", k).isLessThanOrEqualTo(coefficientTolerance);
        }
        interpolates(reference, ours, x, response, coefficientTolerance, twins);
        Conformance.compared("stats/glmnet", compared);
    }

    /// Largest error over largest coefficient, by table and thresh: section 3.3 of the reference set's README, which
    /// measured glmnet's distance from the optimum; at 1e-20 the target is 1e-8, and three tables where glmnet itself is
    /// still off by up to 5e-8 (nearly separated classes) have 1e-7.
    private static double coefficientTolerance(JsonNode meta) {
        String table = meta.get("table").stringValue();
        boolean hard = table.equals("p_gt_n") || table.equals("separable") || table.equals("with_constant");
        double thresh = number(meta, "thresh");
        if (thresh < 1e-15) {
            return hard ? 1e-7 : 1e-8;
        }
        return thresh < 1e-10 ? (table.equals("wide") ? 3e-3 : 5e-4) : 0.25;
    }

    /// Coefficients and linear predictors between two λ, above the first and below the last.
    private static void interpolates(
            JsonNode reference, LassoPath ours, Matrix x, Response response, double relative, boolean twins) {
        JsonNode expected = reference.get("interpolation");
        double[] theirLambda = GlmnetReference.numbers(reference.get("path").get("lambda"));
        if (expected == null || twins || theirLambda.length != ours.size()) {
            return;
        }
        double[] s = GlmnetReference.numbers(expected.get("s"));
        for (int k = 0; k < s.length; k++) {
            double[] eta = ours.linearPredictor(x, s[k]);
            JsonNode rows = expected.get("link_first_rows");
            double largest = 1;
            for (int i = 0; i < rows.size(); i++) {
                largest = Math.max(largest, Math.abs(number(rows.get(i), k)));
            }
            for (int i = 0; i < rows.size(); i++) {
                assertThat(eta[i] + response.offsets()[i])
                        .as("linear predictor of row %d at lambda %s", i, s[k])
                        .isCloseTo(number(rows.get(i), k), tolerance(20 * relative * largest));
            }
            Conformance.compared("stats/glmnet", rows.size());
        }
    }

    private static boolean unpenalised(ElasticNet net) {
        return net.penaltyFactors().contains(0.0);
    }

    private static double relativeError(double[] found, double[] expected) {
        double largest = 1e-300;
        double error = 0;
        for (int j = 0; j < expected.length; j++) {
            largest = Math.max(largest, Math.abs(expected[j]));
            error = Math.max(error, Math.abs(expected[j] - found[j]));
        }
        return error == 0 ? 0 : error / largest;
    }

    private static double[] dense(JsonNode path, int k, int features) {
        JsonNode beta = path.get("beta").get(k);
        return GlmnetReference.dense(beta.get("j"), beta.get("v"), features);
    }

    private static Coefficients coefficients(JsonNode path, int k, int features) {
        double[] dense = dense(path, k, features);
        int[] columns = IntStream.range(0, features).filter(j -> dense[j] != 0).toArray();
        return new Coefficients(
                path.get("a0").get(k).doubleValue(), columns, Arrays.stream(columns).mapToDouble(j -> dense[j]).toArray());
    }

    private static double number(JsonNode node, String key) {
        return GlmnetReference.number(node.get(key));
    }

    private static double number(JsonNode array, int k) {
        return GlmnetReference.number(array.get(k));
    }

    private static Offset<Double> tolerance(double value) {
        return Offset.offset(value);
    }
}
