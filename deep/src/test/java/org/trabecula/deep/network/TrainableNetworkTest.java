package org.trabecula.deep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.trabecula.deep.torch.Libtorch;

class TrainableNetworkTest {
    private static final List<String> STEM = List.of("conv1.weight", "bn1.weight", "bn1.bias");
    /// The same sums in 32 bits with the factor at another place; a missing term moves a gradient by a tenth and more.
    private static final double WITHIN = 1e-5;

    /// Frozen statistics are computed as part of the convolution; function and gradients are those of torch.batch_norm.
    @Test
    void aFrozenNormGivesTheValuesAndGradientsOfTorch() {
        NetworkWeights weights = AnalyticWeights.of(new ResNetArchitecture(ResNetDepth.RESNET18, BottleneckStride.CONV2, 1, 2));
        Libtorch.computing(1, () -> {
            try (TrainableNetwork network = new TrainableNetwork(weights);
                    PointerScope _ = new PointerScope()) {
                network.learn(Set.copyOf(STEM));
                Tensor x = Libtorch.tensor(AnalyticWeights.sineInput(2, 1, 32), 2, 1, 32, 32);
                Map<String, float[]> ours = valueAndGradients(network.graph().stem(x), network);
                Map<String, float[]> theirs = valueAndGradients(torchStem(x, network), network);
                theirs.forEach((name, expected) ->
                        assertThat(relativeError(ours.getOrDefault(name, new float[0]), expected)).as(name).isLessThan(WITHIN));
            }
            return Boolean.TRUE;
        });
    }

    private static Tensor torchStem(Tensor x, TrainableNetwork network) {
        long[] two = {2, 2};
        long[] one = {1, 1};
        Tensor convolved = torch.conv2d(
                x, network.tensor("conv1.weight"), new TensorOptional(), two, new long[] {3, 3}, one, 1);
        Tensor normalised = torch.batch_norm(
                convolved, optional(network, "bn1.weight"), optional(network, "bn1.bias"),
                optional(network, "bn1.running_mean"), optional(network, "bn1.running_var"), false, 0, 1e-5, false);
        return torch.max_pool2d(normalised.relu(), new long[] {3, 3}, two, one, one, false);
    }

    private static TensorOptional optional(TrainableNetwork network, String name) {
        return new TensorOptional(network.tensor(name));
    }

    /// The output, and the gradients of the sum of its squares.
    private static Map<String, float[]> valueAndGradients(Tensor output, TrainableNetwork network) {
        TensorVector parameters = new TensorVector(STEM.stream().map(network::tensor).toArray(Tensor[]::new));
        TensorVector gradients = torch.grad(new TensorVector(output.mul(output).sum()), parameters);
        Map<String, float[]> found = new HashMap<>();
        found.put("output", Libtorch.floats(output));
        for (int n = 0; n < STEM.size(); n++) {
            found.put(STEM.get(n), Libtorch.floats(gradients.get(n)));
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
