package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares embeddings and logits with PyTorch 1.13 (CPU, 32-bit floats), relative to the vector's norm.
class EmbeddingConformanceTest {
    /// Both sides sum the same 32-bit products in another order: some 1e-7 apart after 50 to 150 layers. A wrong stride,
    /// epsilon, padding or channel moves the vector by 1e-3 or more.
    private static final double WITHIN = 1e-5;

    private static final int THREADS = 1;

    @TestFactory
    List<DynamicTest> fiveDepthsWithWeightsFromAFormula() {
        JsonNode reference = JsonMapper.shared().readTree(Reference.core("weights/analytic-networks.json").toFile());
        return StreamSupport.stream(reference.get("cases").spliterator(), false)
                .map(expected -> DynamicTest.dynamicTest(
                        expected.get("network").asString() + ", " + expected.get("channels").asInt() + " channels",
                        () -> compareAnalytic(expected)))
                .toList();
    }

    private static void compareAnalytic(JsonNode expected) {
        ResNetDepth depth = ResNetDepth.valueOf(expected.get("network").asString().toUpperCase(Locale.ROOT));
        int channels = expected.get("channels").asInt();
        int size = expected.get("size").asInt();
        NetworkWeights weights =
                AnalyticWeights.of(new ResNetArchitecture(depth, BottleneckStride.CONV2, channels, 1000));
        try (Embedder embedder = new Embedder(weights, THREADS)) {
            Embeddings ours = embedder.embed(AnalyticWeights.sineInput(1, channels, size), channels, size, size);
            double[] logits = doubles(expected.get("logits_first_32"));
            float[] first = Arrays.copyOf(ours.logits()[0], logits.length);
            assertThat(relativeError(ours.features()[0], doubles(expected.get("embedding")))).isLessThan(WITHIN);
            assertThat(relativeError(first, logits)).isLessThan(WITHIN);
            assertThat(norm(ours.logits()[0]) / expected.get("logits_l2").get(0).asDouble() - 1).isBetween(-WITHIN, WITHIN);
        }
        Conformance.compared("weights/analytic", depth.features() + 33L);
    }

    @TestFactory
    List<DynamicTest> eightVggsWithWeightsFromAFormula() {
        JsonNode reference = JsonMapper.shared().readTree(Reference.core("weights/analytic-vgg.json").toFile());
        return StreamSupport.stream(reference.get("cases").spliterator(), false)
                .map(expected -> DynamicTest.dynamicTest(
                        expected.get("network").asString() + ", " + expected.get("channels").asInt() + " channels",
                        () -> compareVgg(expected)))
                .toList();
    }

    /// 70 pixels halve to 35, 17, 8, 4, 2: max pooling leaves out the odd row and column.
    private static void compareVgg(JsonNode expected) {
        int channels = expected.get("channels").asInt();
        int size = expected.get("size").asInt();
        NetworkArchitecture architecture = Networks.named(
                        expected.get("network").asString(), BottleneckStride.CONV2, channels, expected.get("classes").asInt())
                .orElseThrow();
        try (Embedder embedder = new Embedder(AnalyticWeights.of(architecture), THREADS)) {
            Embeddings ours = embedder.embed(AnalyticWeights.sineInput(1, channels, size), channels, size, size);
            assertThat(relativeError(ours.features()[0], doubles(expected.get("embedding")))).isLessThan(WITHIN);
            assertThat(relativeError(ours.logits()[0], doubles(expected.get("logits")))).isLessThan(WITHIN);
        }
        Conformance.compared("weights/analytic-vgg", architecture.features() + 8L);
    }

    @TestFactory
    List<DynamicTest> resnet50WithWeightsTrainedOnImageNet() {
        Optional<Path> folder = Reference.whole("weights");
        if (folder.isEmpty()) {
            Conformance.skipped("weights/embeddings", 24384, "resnet50.safetensors (51 MB) is not kept in the repository");
            return List.of();
        }
        JsonNode reference = JsonMapper.shared().readTree(folder.get().resolve("reference-embeddings.json").toFile());
        return StreamSupport.stream(reference.get("cases").spliterator(), false)
                .map(expected -> DynamicTest.dynamicTest(
                        expected.get("bottleneck_stride").asString() + ", " + expected.get("channels").asInt()
                                + " channels, " + expected.get("size").asInt() + " pixels",
                        () -> comparePretrained(folder.get().resolve(expected.get("file").asString()), expected)))
                .toList();
    }

    private static void comparePretrained(Path file, JsonNode expected) {
        BottleneckStride stride = BottleneckStride.of(expected.get("bottleneck_stride").asString(), "reference");
        int channels = expected.get("channels").asInt();
        int size = expected.get("size").asInt();
        NetworkWeights weights = NetworkWeights.load(file, Optional.of(stride));
        try (Embedder embedder = new Embedder(channels == 1 ? weights.withOneChannel() : weights, THREADS)) {
            Embeddings ours = embedder.embed(AnalyticWeights.sineInput(1, channels, size), channels, size, size);
            double embeddingError = relativeError(ours.features()[0], doubles(expected.get("embedding")));
            double logitsError = relativeError(ours.logits()[0], doubles(expected.get("logits")));
            assertThat(embeddingError).isLessThan(WITHIN);
            assertThat(logitsError).isLessThan(WITHIN);
        }
        Conformance.compared("weights/embeddings", 3048);
    }

    /// |a − b| / |b|.
    private static double relativeError(float[] ours, double[] theirs) {
        assertThat(ours).hasSize(theirs.length);
        double difference = 0;
        double size = 0;
        for (int t = 0; t < theirs.length; t++) {
            difference += (ours[t] - theirs[t]) * (ours[t] - theirs[t]);
            size += theirs[t] * theirs[t];
        }
        return Math.sqrt(difference / size);
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static double[] doubles(JsonNode numbers) {
        double[] values = new double[numbers.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = numbers.get(t).asDouble();
        }
        return values;
    }
}
