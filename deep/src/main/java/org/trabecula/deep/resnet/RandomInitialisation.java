package org.trabecula.deep.resnet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.trabecula.core.CancelledException;
import org.trabecula.core.RandomStreams;

/// Weights before any training, as torchvision draws them.
///
/// ```
/// convolution   N(0, 2 / (out · kh · kw))          kaiming_normal_, fan_out, relu
/// BatchNorm     weight 1, bias 0, mean 0, variance 1
/// fc            weight and bias U(−1/√in, 1/√in)   torch.nn.Linear
/// ```
///
/// Each tensor has a random stream of its own, named after it. Source: torchvision `models/resnet.py`; He et al. 2015,
/// doi:10.1109/ICCV.2015.123.
public final class RandomInitialisation {
    private RandomInitialisation() {}

    /// A whole network that has seen no data.
    public static ResNetWeights network(ResNetArchitecture architecture, long seed) {
        Map<String, float[]> values = new LinkedHashMap<>();
        RandomStreams streams = new RandomStreams(seed).within("resnet");
        architecture.layout().forEach((name, shape) -> {
            CancelledException.throwIfInterrupted(); // 60 million random numbers for ResNet152
            if (shape.length == 4) {
                values.put(name, convolution(shape, streams.stream(name)));
            } else if (name.endsWith(".weight") || name.endsWith(".running_var")) {
                values.put(name, constant(shape, 1));
            } else if (!name.endsWith(ResNetArchitecture.BATCHES_TRACKED)) {
                values.put(name, constant(shape, 0));
            }
        });
        values.putAll(head(architecture, seed));
        return new ResNetWeights(architecture, values, false, "random initialisation, seed " + seed);
    }

    /// `fc.weight` and `fc.bias` of a new head.
    static Map<String, float[]> head(ResNetArchitecture architecture, long seed) {
        RandomStreams streams = new RandomStreams(seed).within("resnet");
        int in = architecture.depth().features();
        double bound = 1 / Math.sqrt(in);
        return Map.of(
                "fc.weight", uniform(architecture.classes() * in, bound, streams.stream("fc.weight")),
                "fc.bias", uniform(architecture.classes(), bound, streams.stream("fc.bias")));
    }

    private static float[] convolution(long[] shape, SplittableRandom random) {
        double sd = Math.sqrt(2.0 / (shape[0] * shape[2] * shape[3]));
        float[] values = new float[(int) (shape[0] * shape[1] * shape[2] * shape[3])];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) (sd * random.nextGaussian());
        }
        return values;
    }

    private static float[] uniform(int count, double bound, SplittableRandom random) {
        float[] values = new float[count];
        for (int t = 0; t < count; t++) {
            values[t] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    private static float[] constant(long[] shape, float value) {
        float[] values = new float[(int) shape[0]];
        Arrays.fill(values, value);
        return values;
    }
}
