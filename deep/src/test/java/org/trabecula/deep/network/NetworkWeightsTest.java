package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

class NetworkWeightsTest {
    private static final ResNetArchitecture RESNET18 =
            new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 3, 4);

    @TempDir
    Path temp = Path.of("");

    /// Parameters as torchvision's documentation lists them (weights of 1,000 classes), and its number of tensors.
    @ParameterizedTest
    @CsvSource({
        "RESNET18, 11689512, 122",
        "RESNET34, 21797672, 218",
        "RESNET50, 25557032, 320",
        "RESNET101, 44549160, 626",
        "RESNET152, 60192808, 932"
    })
    void theLayoutHasTorchvisionsParameters(ResNetDepth depth, long parameters, int tensors) {
        Map<String, long[]> layout = new ResNetArchitecture(depth, BottleneckStride.CONV2, 3, 1000).layout();
        long count = layout.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".weight") || entry.getKey().endsWith(".bias"))
                .mapToLong(entry -> {
                    long product = 1;
                    for (long length : entry.getValue()) product *= length;
                    return product;
                })
                .sum();
        assertThat(count).isEqualTo(parameters);
        assertThat(layout).hasSize(tensors);
    }

    @Test
    void whatIsSavedIsLoadedAgain() throws IOException {
        ResNetArchitecture architecture = new ResNetArchitecture(ResNetDepth.RESNET50, BottleneckStride.CONV1, 1, 2);
        NetworkWeights weights = RandomInitialisation.network(architecture, 3);
        Path file = temp.resolve("net.safetensors");
        weights.save(file);
        NetworkWeights back = NetworkWeights.load(file, Optional.empty());
        assertThat(back.architecture()).isEqualTo(architecture);
        assertThat(back.pretrained()).isFalse();
        for (String name : weights.names()) {
            assertThat(back.values(name)).as(name).isEqualTo(weights.values(name));
        }
        assertThat(NetworkWeights.load(file, Optional.of(BottleneckStride.CONV2)).architecture())
                .isEqualTo(new ResNetArchitecture(ResNetDepth.RESNET50, BottleneckStride.CONV2, 1, 2));
    }

    @Test
    void randomWeightsHaveTheSpreadOfKaiming() {
        float[] kernel = RandomInitialisation.network(RESNET18, 1).values("layer4.1.conv2.weight");
        double square = 0;
        for (float value : kernel) square += (double) value * value;
        // sd of the estimate over 2.4 million values is 5e-4 of it
        assertThat(square / kernel.length).isCloseTo(2.0 / (512 * 9), within(0.003 * 2.0 / (512 * 9)));
        float[] other = RandomInitialisation.network(RESNET18, 2).values("layer4.1.conv2.weight");
        assertThat(kernel).isNotEqualTo(other);
        assertThat(kernel).isEqualTo(RandomInitialisation.network(RESNET18, 1).values("layer4.1.conv2.weight"));
    }

    @Test
    void theDifferenceToTheNearestNetworkIsTold() throws IOException {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>(
                RandomInitialisation.network(RESNET18, 1).toTensorFile().tensors());
        tensors.remove("layer3.1.bn2.bias");
        tensors.put("layer1.0.conv1.bias", StoredTensor.ofFloats(new float[64], 64));
        tensors.put("conv1.weight", StoredTensor.ofFloats(new float[64 * 3 * 9], 64, 3, 3, 3));
        tensors.remove("bn1.num_batches_tracked");
        Path file = temp.resolve("other.safetensors");
        Safetensors.write(file, new TensorFile(tensors, Map.of()));
        assertThatThrownBy(() -> NetworkWeights.load(file, Optional.empty()))
                .hasMessageContaining("NET-001")
                .hasMessageContaining("1 lacking: layer3.1.bn2.bias")
                .hasMessageContaining("1 not known: layer1.0.conv1.bias")
                .hasMessageContaining("conv1.weight float32[64, 3, 3, 3] instead of [64, 3, 7, 7]")
                .hasMessageContaining("resnet18");
    }

    @Test
    void weightsOfADivergedTrainingAreRefused() throws IOException {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>(
                RandomInitialisation.network(RESNET18, 1).toTensorFile().tensors());
        tensors.put("fc.bias", StoredTensor.ofFloats(new float[] {0, Float.NaN, 0, 0}, 4));
        Path file = temp.resolve("diverged.safetensors");
        Safetensors.write(file, new TensorFile(tensors, Map.of()));
        assertThatThrownBy(() -> NetworkWeights.load(file, Optional.empty()))
                .hasMessageContaining("NET-002")
                .hasMessageContaining("fc.bias holds NaN");
    }

    @Test
    void anUnknownStrideIsRefused() throws IOException {
        TensorFile content = RandomInitialisation.network(RESNET18, 1).toTensorFile();
        Path file = temp.resolve("stride.safetensors");
        Safetensors.write(file, new TensorFile(content.tensors(), Map.of("bottleneck_stride", "conv9")));
        assertThatThrownBy(() -> NetworkWeights.load(file, Optional.empty())).hasMessageContaining("NET-005");
    }

    @Test
    void aNewHeadLeavesTheBackboneAlone() {
        NetworkWeights before = RandomInitialisation.network(RESNET18, 1);
        NetworkWeights after = before.withNewHead(2, 9);
        assertThat(after.architecture().classes()).isEqualTo(2);
        assertThat(after.values("fc.weight")).hasSize(2 * 512);
        assertThat(after.values("layer4.1.conv2.weight")).isSameAs(before.values("layer4.1.conv2.weight"));
    }
}
