package org.trabecula.stats.penalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.stats.resampling.FoldAssignment;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// Cross-validation curves of `cv.glmnet` 4.1-6 with given folds, at two values of its `thresh`.
///
/// Down to lambda.min the curves at `thresh` 1e-12 agree to 1e-6; below it glmnet's fold fits are themselves further from
/// the optimum (section 3.3 of the reference set's README), the more so the smaller λ.
class CrossValidationConformanceTest {
    private static final Map<String, CrossValidated> FITTED = new HashMap<>();

    static Stream<String> smallTables() {
        return GlmnetReference.files("glmnet", "cv__").stream().filter(file -> !GlmnetReference.isLarge(file));
    }

    static Stream<String> largeTables() {
        return GlmnetReference.files("glmnet", "cv__").stream().filter(GlmnetReference::isLarge);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smallTables")
    void agreesOnTheCurve(String file) {
        compare(file);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("largeTables")
    void agreesOnTheCurveOfLargeTables(String file) {
        compare(file);
    }

    private static void compare(String file) {
        JsonNode reference = GlmnetReference.json("glmnet/" + file);
        JsonNode meta = reference.get("meta");
        CrossValidated ours = FITTED.computeIfAbsent(file.replaceAll("__thresh.*", ""), name -> fit(meta));
        boolean converged = meta.get("thresh").doubleValue() < 1e-10;
        boolean stepwise = ours.measure().largerIsBetter() || ours.measure() == Measure.CLASS;
        boolean coxTies = meta.get("table").stringValue().equals("cox");
        double[] mean = GlmnetReference.numbers(reference.get("cvm"));
        double[] sd = GlmnetReference.numbers(reference.get("cvsd"));
        int common = Math.min(mean.length, ours.lambdas().length);
        int indexMin = reference.get("index_min_0based").intValue();
        for (int k = 0; k < common; k++) {
            double tolerance = tolerance(converged, coxTies, stepwise, k <= indexMin);
            assertThat(ours.mean()[k]).as("mean at lambda %d", k).isCloseTo(mean[k], relative(tolerance, mean[k]));
            assertThat(ours.sd()[k]).as("sd at lambda %d", k).isCloseTo(sd[k], relative(5 * tolerance, sd[k]));
        }
        if (converged) {
            assertThat(ours.indexMin()).isEqualTo(indexMin);
            if (!coxTies) {
                assertThat(ours.index1se()).isEqualTo(reference.get("index_1se_0based").intValue());
                comparesCoefficients(reference, ours, table(meta));
            }
        }
        if (reference.has("fit_preval_at_lambda_min") && converged) {
            double[] held = ours.heldOut(indexMin);
            double[] expected = GlmnetReference.numbers(reference.get("fit_preval_at_lambda_min"));
            for (int i = 0; i < held.length; i++) {
                assertThat(held[i]).isCloseTo(expected[i], relative(1e-5, expected[i]));
            }
        }
        Conformance.compared("stats/glmnet", 2L * common);
    }

    /// - At `thresh` 1e-7 glmnet is off by up to 1.2 % (classes and ranks change places, the more below lambda.min).
    /// - Ties of Cox's model: glmnet moves censored times by 2.2e-14 to place them after events at the same time; beyond a
    ///   time of 256 that is lost in rounding, and its quicksort then leaves some censored cases out of the risk set, in the
    ///   training folds here 38 times in 10 folds. So we differ on `cox`, whose grid reaches 1110 days, and agree on
    ///   `cox_noties`.
    private static double tolerance(boolean converged, boolean coxTies, boolean stepwise, boolean aboveLambdaMin) {
        if (coxTies) {
            return stepwise ? 3e-2 : 1e-2;
        }
        if (!converged) {
            return 2e-2;
        }
        return aboveLambdaMin ? 1e-6 : stepwise ? 3e-3 : 2e-4;
    }

    private static CrossValidated fit(JsonNode meta) {
        ElasticNet net = GlmnetReference.settings(meta);
        if (!meta.get("user_lambda").isNull()) {
            net = net.withLambdas(GlmnetReference.numbers(meta.get("user_lambda")));
        }
        int[] fold = Arrays.stream(table(meta).column(meta.get("foldid_column").stringValue()))
                .mapToInt(label -> (int) label)
                .toArray();
        return new CrossValidation(Measure.valueOf(upper(meta, "type_measure_asked")), FoldAssignment.given(fold))
                .withGrouped(meta.get("grouped").booleanValue())
                .withAlignment(Alignment.valueOf(upper(meta, "alignment")))
                .withJobs(2)
                .fit(net, table(meta).x(), GlmnetReference.response(meta));
    }

    private static void comparesCoefficients(JsonNode reference, CrossValidated ours, GlmnetReference.Table table) {
        JsonNode expected = reference.get("coef_1se");
        Coefficients at1se = ours.path().coefficientsAt(ours.lambda1se());
        double largest = 1;
        for (JsonNode value : expected.get("v")) {
            largest = Math.max(largest, Math.abs(value.doubleValue()));
        }
        for (int k = 0; k < expected.get("name").size(); k++) {
            int column = table.features().indexOf(expected.get("name").get(k).stringValue());
            double value = column < 0 ? at1se.intercept() : at1se.of(column);
            assertThat(value).isCloseTo(expected.get("v").get(k).doubleValue(), offset(1e-4 * largest));
        }
    }

    private static GlmnetReference.Table table(JsonNode meta) {
        return GlmnetReference.table(meta.get("table").stringValue());
    }

    private static String upper(JsonNode meta, String key) {
        return meta.get(key).stringValue().toUpperCase(Locale.ROOT);
    }

    private static org.assertj.core.data.Offset<Double> relative(double tolerance, double of) {
        return offset(tolerance * Math.max(1, Math.abs(of)));
    }
}
