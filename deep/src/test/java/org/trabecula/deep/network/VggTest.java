package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.deep.weights.MadeTensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

class VggTest {
    private static final VggArchitecture SMALL = new VggArchitecture(VggDepth.VGG11, true, 3, 4);
    /// The same sums in 32 bits in another order; a missing term moves values and gradients by a tenth and more.
    private static final double WITHIN = 1e-5;

    @TempDir
    Path temp = Path.of("");

    /// Parameters as torchvision's documentation lists them (weights of 1,000 classes), with its own head.
    @ParameterizedTest
    @CsvSource({
        "VGG11, false, 132863336, 22", "VGG13, false, 133047848, 26", "VGG16, false, 138357544, 32", "VGG19, false, 143667240, 38",
        "VGG11, true, 132868840, 62", "VGG13, true, 133053736, 76", "VGG16, true, 138365992, 97", "VGG19, true, 143678248, 118"
    })
    void theLayoutHasTorchvisionsParameters(VggDepth depth, boolean norm, long parameters, int tensors) {
        VggArchitecture backbone = new VggArchitecture(depth, norm, 3, 0);
        Map<String, long[]> head = VggArchitecture.publishedHead(1000);
        long ofHead = head.values().stream().mapToLong(NetworkArchitecture::count).sum();
        assertThat(backbone.backboneParameters() + ofHead).isEqualTo(parameters);
        assertThat(backbone.layout().size() + head.size()).isEqualTo(tensors);
    }

    @Test
    void stagesAreBlocks() {
        assertThat(SMALL.layout().keySet().stream().collect(Collectors.groupingBy(
                        SMALL::stageOf, Collectors.mapping(name -> name.replaceFirst("\\.[a-z_]+$", ""), Collectors.toSet()))))
                .isEqualTo(Map.of(
                        1, Set.of("features.0", "features.1"), 2, Set.of("features.4", "features.5"),
                        3, Set.of("features.8", "features.9", "features.11", "features.12"),
                        4, Set.of("features.15", "features.16", "features.18", "features.19"),
                        5, Set.of("features.22", "features.23", "features.25", "features.26"), 6, Set.of("classifier")));
    }

    @Test
    void whatIsSavedIsLoadedAgain() throws IOException {
        NetworkWeights weights = RandomInitialisation.network(SMALL, 3);
        Path file = temp.resolve("net.safetensors");
        weights.save(file);
        NetworkWeights back = NetworkWeights.load(file, Optional.empty());
        assertThat(back.architecture()).isEqualTo(SMALL);
        assertThat(back.pretrained()).isFalse();
        for (String name : weights.names()) {
            assertThat(back.values(name)).as(name).isEqualTo(weights.values(name));
        }
    }

    @Test
    void randomWeightsAreDrawnAsTorchvisionsAre() {
        NetworkWeights weights = RandomInitialisation.network(new VggArchitecture(VggDepth.VGG11, true, 1, 1000), 1);
        // sd of the estimates over 2.4 and 0.5 million values is 0.0009 and 0.002 of them
        assertThat(meanSquare(weights.values("features.25.weight"))).isCloseTo(2.0 / (512 * 9), within(0.005 * 2.0 / (512 * 9)));
        assertThat(meanSquare(weights.values("classifier.weight"))).isCloseTo(1e-4, within(1e-6));
        assertThat(weights.values("features.25.bias")).containsOnly(0);
        assertThat(weights.values("classifier.bias")).containsOnly(0);
        assertThat(weights.values("features.26.weight")).containsOnly(1);
        assertThat(weights.values("features.26.running_var")).containsOnly(1);
        assertThat(weights.values("features.26.running_mean")).containsOnly(0);
    }

    private static double meanSquare(float[] values) {
        double square = 0;
        for (float value : values) square += (double) value * value;
        return square / values.length;
    }

    @Test
    void torchvisionsOwnHeadIsReadAndLeftOut() {
        NetworkWeights features = AnalyticWeights.of(SMALL.withClasses(0));
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>(features.toTensorFile().tensors());
        tensors.putAll(MadeTensors.zeros(VggArchitecture.publishedHead(10)));
        NetworkWeights loaded = WeightsCheck.require(new TensorFile(tensors, Map.of()), Optional.empty(), "vgg11_bn.pth");
        assertThat(loaded.architecture()).isEqualTo(SMALL.withClasses(0));
        assertThat(loaded.names()).allMatch(name -> name.startsWith("features."));
        try (Embedder embedder = new Embedder(loaded.withOneChannel(), 1)) {
            Embeddings found = embedder.embed(AnalyticWeights.sineInput(2, 1, 32), 1, 32, 32);
            assertThat(found.features()).hasDimensions(2, 512);
            assertThat(found.logits()).hasDimensions(2, 0);
        }
        assertThat(loaded.withNewHead(2, 1).architecture().classes()).isEqualTo(2);
        tensors.remove("classifier.3.bias");
        tensors.put("classifier.6.weight", StoredTensor.ofFloats(new float[20], 10, 2));
        assertThatThrownBy(() -> WeightsCheck.require(new TensorFile(tensors, Map.of()), Optional.empty(), "vgg11_bn.pth"))
                .hasMessageContaining("NET-001")
                .hasMessageContaining("1 lacking: classifier.3.bias")
                .hasMessageContaining("classifier.6.weight float32[10, 2] instead of [10, 4096]")
                .hasMessageContaining("the 62 tensors of torchvision's vgg11_bn");
    }

    @Test
    void theDifferenceToTheNearestNetworkIsTold() {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>(RandomInitialisation.network(SMALL, 1).toTensorFile().tensors());
        tensors.remove("features.9.running_var");
        tensors.put("features.2.weight", StoredTensor.ofFloats(new float[64], 64));
        tensors.put("features.25.bias", StoredTensor.ofFloats(new float[7], 7));
        assertThatThrownBy(() -> WeightsCheck.require(new TensorFile(tensors, Map.of()), Optional.empty(), "other"))
                .hasMessageContaining("NET-001")
                .hasMessageContaining("1 lacking: features.9.running_var")
                .hasMessageContaining("1 not known: features.2.weight")
                .hasMessageContaining("features.25.bias float32[7] instead of [512]")
                .hasMessageContaining("vgg11_bn");
    }

    @Test
    void theSamePictureInThreeChannelsGivesWhatItGivesInOne() {
        NetworkWeights three = AnalyticWeights.of(SMALL);
        float[] grey = AnalyticWeights.sineInput(1, 1, 32);
        float[] threefold = new float[3 * grey.length];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(grey, 0, threefold, c * grey.length, grey.length);
        }
        try (Embedder colour = new Embedder(three, 1);
                Embedder summed = new Embedder(three.withOneChannel(), 1)) {
            float[] expected = colour.embed(threefold, 3, 32, 32).features()[0];
            float[] ours = summed.embed(grey, 1, 32, 32).features()[0];
            for (int f = 0; f < ours.length; f++) {
                // the first layer sums the same 32-bit products in another order: some 1e-6 of a feature near 1
                assertThat(ours[f]).isCloseTo(expected[f], Offset.offset(1e-5f));
            }
        }
    }

    @Test
    void aPictureOfWhichNothingIsLeftIsRefused() {
        try (Embedder embedder = new Embedder(AnalyticWeights.of(SMALL.withInputChannels(1)), 1)) {
            assertThat(embedder.embed(new float[32 * 32], 1, 32, 32).features()).hasDimensions(1, 512);
            assertThatThrownBy(() -> embedder.embed(new float[31 * 32], 1, 31, 32))
                    .hasMessageContaining("NET-004")
                    .hasMessageContaining("at least 32 for vgg11_bn");
        }
    }

    /// Statistics that are frozen are computed as part of the convolution, whose own bias passes through them; value and gradients are
    /// those of torch.batch_norm.
    @Test
    void aFrozenNormBehindABiasGivesTheValuesAndGradientsOfTorch() {
        NetworkWeights weights = AnalyticWeights.of(SMALL.withInputChannels(1));
        List<String> learning = List.of("features.0.weight", "features.0.bias", "features.1.weight", "features.1.bias");
        Libtorch.computing(1, () -> {
            try (TrainableNetwork network = new TrainableNetwork(weights);
                    PointerScope _ = new PointerScope()) {
                network.learn(Set.copyOf(learning));
                Tensor x = Libtorch.tensor(AnalyticWeights.sineInput(2, 1, 32), 2, 1, 32, 32);
                Map<String, float[]> ours = valueAndGradients(network.graph().stem(x), network, learning);
                Map<String, float[]> theirs = valueAndGradients(torchBlock(x, network), network, learning);
                theirs.forEach((name, expected) ->
                        assertThat(relativeError(ours.getOrDefault(name, new float[0]), expected)).as(name).isLessThan(WITHIN));
            }
            return Boolean.TRUE;
        });
    }

    /// What training computes is what use computes: one by gradients' layers, the other folded and blocked.
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void trainingAndUseAgree(boolean norm) {
        NetworkWeights weights = AnalyticWeights.of(new VggArchitecture(VggDepth.VGG13, norm, 1, 2));
        float[] x = AnalyticWeights.sineInput(2, 1, 37);
        float[] trained = Libtorch.computing(1, () -> {
            try (TrainableNetwork network = new TrainableNetwork(weights);
                    PointerScope _ = new PointerScope()) {
                return Libtorch.floats(network.graph().head(network.graph().embed(Libtorch.tensor(x, 2, 1, 37, 37))));
            }
        });
        try (Embedder embedder = new Embedder(weights, 1)) {
            float[][] used = embedder.embed(x, 1, 37, 37).logits();
            assertThat(relativeError(trained, new float[] {used[0][0], used[0][1], used[1][0], used[1][1]})).isLessThan(WITHIN);
        }
    }

    private static Tensor torchBlock(Tensor x, TrainableNetwork network) {
        long[] one = {1, 1};
        long[] two = {2, 2};
        Tensor convolved = torch.conv2d(x, network.tensor("features.0.weight"), optional(network, "features.0.bias"), one, one, one, 1);
        Tensor normalised = torch.batch_norm(
                convolved, optional(network, "features.1.weight"), optional(network, "features.1.bias"),
                optional(network, "features.1.running_mean"), optional(network, "features.1.running_var"), false, 0, 1e-5, false);
        return torch.max_pool2d(normalised.relu(), two, two, new long[] {0, 0}, one, false);
    }

    private static TensorOptional optional(TrainableNetwork network, String name) {
        return new TensorOptional(network.tensor(name));
    }

    /// The output, and the gradients of the sum of its squares.
    private static Map<String, float[]> valueAndGradients(Tensor output, TrainableNetwork network, List<String> names) {
        TensorVector parameters = new TensorVector(names.stream().map(network::tensor).toArray(Tensor[]::new));
        TensorVector gradients = torch.grad(new TensorVector(output.mul(output).sum()), parameters);
        Map<String, float[]> found = new LinkedHashMap<>();
        found.put("output", Libtorch.floats(output));
        for (int n = 0; n < names.size(); n++) {
            found.put(names.get(n), Libtorch.floats(gradients.get(n)));
        }
        return found;
    }

    private static double relativeError(float[] ours, float[] theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        double difference = 0;
        double size = 0;
        for (int t = 0; t < theirs.length; t++) {
            difference += Math.pow((double) ours[t] - theirs[t], 2);
            size += Math.pow(theirs[t], 2);
        }
        assertThat(size).isPositive();
        return Math.sqrt(difference / size);
    }
}
