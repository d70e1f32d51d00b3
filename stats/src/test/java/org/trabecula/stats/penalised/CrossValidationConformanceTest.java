package org.trabecula.stats.penalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;

/// Cross-validation curves of `cv.glmnet` 4.1-6 with given folds.
class CrossValidationConformanceTest {
    static Stream<String> curves() {
        return GlmnetReference.files("glmnet", "cv__").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void agreesOnTheCurve(String file) {
        JsonNode reference = GlmnetReference.json("glmnet/" + file);
        JsonNode meta = reference.get("meta");
        GlmnetReference.Table table = GlmnetReference.table(meta.get("table").stringValue());
        ElasticNet net = GlmnetReference.settings(meta);
        if (!meta.get("user_lambda").isNull()) {
            net = net.withLambdas(GlmnetReference.numbers(meta.get("user_lambda")));
        }
        int[] fold = Arrays.stream(table.column(meta.get("foldid_column").stringValue())).mapToInt(f -> (int) f).toArray();
        CrossValidation cv = new CrossValidation(
                        Measure.valueOf(meta.get("type_measure_asked").stringValue().toUpperCase(java.util.Locale.ROOT)),
                        Folds.given(fold))
                .withGrouped(meta.get("grouped").booleanValue())
                .withAlignment(Alignment.valueOf(meta.get("alignment").stringValue().toUpperCase(java.util.Locale.ROOT)))
                .withJobs(2);
        CrossValidated ours = cv.fit(net, table.x(), GlmnetReference.response(meta));
        double[] cvm = GlmnetReference.numbers(reference.get("cvm"));
        double[] cvsd = GlmnetReference.numbers(reference.get("cvsd"));
        int common = Math.min(cvm.length, ours.lambdas().length);
        double worst = 0; double worstSd = 0; int off = 0;
        for (int k = 0; k < common; k++) {
            double e = Math.abs(ours.mean()[k] - cvm[k]) / Math.max(1, Math.abs(cvm[k]));
            worst = Math.max(worst, e); if (e > 1e-6) off++;
            worstSd = Math.max(worstSd, Math.abs(ours.sd()[k] - cvsd[k]));
        }
        System.err.printf("%s size %d/%d mean %.1e sd %.1e off %d min %d/%d 1se %d/%d %s%n", file, ours.lambdas().length, cvm.length, worst, worstSd, off, ours.indexMin(), reference.get("index_min_0based").intValue(), ours.index1se(), reference.get("index_1se_0based").intValue(), ours.notes());
    }
}
