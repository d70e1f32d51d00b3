package org.trabecula.stats.penalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.stats.Matrix;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// Optima of glmnet's objective found by an active-set Newton method in R to a KKT residual of about 1e-17
/// (`scripts/11_glmnet_exact.R` of the reference set).
class ExactOptimumTest {
    static Stream<String> optima() {
        return GlmnetReference.files("glmnet", "exact__").stream();
    }

    /// 1e-8 of the largest standardised coefficient: what is left of 1e-16 after a condition number of up to 1e6.
    @ParameterizedTest(name = "{0}")
    @MethodSource("optima")
    void reachesTheOptimumWithoutFlags(String file) {
        JsonNode reference = GlmnetReference.json("glmnet/" + file);
        JsonNode meta = reference.get("meta");
        Matrix x = GlmnetReference.table(meta.get("table").stringValue()).x();
        Response response = GlmnetReference.response(meta);
        JsonNode points = reference.get("points");
        double[] lambdas = IntStream.range(0, points.size())
                .mapToDouble(k -> points.get(k).get("lambda").doubleValue())
                .toArray();
        ElasticNet net = GlmnetReference.settings(meta);
        LassoPath made = net.fit(x, response);
        LassoPath given = net.withLambdas(lambdas).fit(x, response);
        double[] spread = standardDeviations(x, response.weights());
        int compared = 0;
        double worst = 0;
        for (int k = 0; k < points.size(); k++) {
            JsonNode point = points.get(k);
            double[] expected = GlmnetReference.dense(point.get("j"), point.get("beta"), x.columns());
            double intercept = point.get("a0").isObject()
                    ? point.get("a0").iterator().next().doubleValue()
                    : point.get("a0").doubleValue();
            int index = point.get("index0").intValue();
            assertThat(made.lambda(index)).isCloseTo(lambdas[k], withPercentage(1e-10));
            for (Coefficients ours : new Coefficients[] {given.coefficients(k), made.coefficients(index)}) {
                double largest = 1e-300;
                double error = 0;
                for (int j = 0; j < expected.length; j++) {
                    largest = Math.max(largest, Math.abs(expected[j] * spread[j]));
                    error = Math.max(error, Math.abs((expected[j] - ours.of(j)) * spread[j]));
                    compared++;
                }
                worst = Math.max(worst, error / largest);
                assertThat(error / largest).as("lambda %d = %s", k, lambdas[k]).isLessThanOrEqualTo(1e-8);
                assertThat(ours.count()).as("non-zero at lambda %d", k).isEqualTo(point.get("df").intValue());
                assertThat(ours.intercept()).isCloseTo(intercept, Offset.offset(1e-8 * Math.max(1, Math.abs(intercept))));
            }
        }
        Conformance.compared("stats/glmnet", compared);
    }

    private static double[] standardDeviations(Matrix x, double[] weights) {
        double[] spread = new double[x.columns()];
        for (int j = 0; j < spread.length; j++) {
            double sum = 0;
            double mean = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += weights[i];
                mean += weights[i] * x.get(i, j);
            }
            mean /= sum;
            for (int i = 0; i < x.rows(); i++) {
                spread[j] += weights[i] / sum * (x.get(i, j) - mean) * (x.get(i, j) - mean);
            }
            spread[j] = Math.sqrt(spread[j]);
        }
        return spread;
    }
}
