package org.trabecula.deep.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.trabecula.core.CancelledException;
import org.trabecula.core.RandomStreams;

/// Weights before any training, as torchvision draws them.
///
/// ```
/// convolution      N(0, 2 / (out · kh · kw))          kaiming_normal_, fan_out, relu; bias 0 (VGG)
/// BatchNorm        weight 1, bias 0, mean 0, variance 1
/// head of ResNet   weight and bias U(−1/√in, 1/√in)   torch.nn.Linear
/// head of VGG      weight N(0, 0.01²), bias 0
/// ```
///
/// Each tensor has a random stream of its own, named after it. Source: torchvision `models/resnet.py`, `models/vgg.py`; He et al. 2015,
/// doi:10.1109/ICCV.2015.123.
public final class RandomInitialisation {
    private static final double HEAD_SD = 0.01; // of a VGG

    private RandomInitialisation() {}

    /// A whole network that has seen no data.
    public static NetworkWeights network(NetworkArchitecture architecture, long seed) {
        Map<String, float[]> values = new LinkedHashMap<>();
        RandomStreams streams = streams(architecture, seed);
        architecture.layout().forEach((name, shape) -> {
            CancelledException.throwIfInterrupted(); // 60 million random numbers for ResNet152
            if (shape.length == 4) {
                values.put(name, convolution(shape, streams.stream(name)));
            } else if (name.endsWith(".weight") || name.endsWith(".running_var")) {
                values.put(name, constant(shape, 1));
            } else if (!name.endsWith(NetworkArchitecture.BATCHES_TRACKED)) {
                values.put(name, constant(shape, 0));
            }
        });
        values.putAll(head(architecture, seed));
        return new NetworkWeights(architecture, values, false, "random initialisation, seed " + seed);
    }

    /// Of a family of networks, so that each tensor is drawn by its name alone.
    private static RandomStreams streams(NetworkArchitecture architecture, long seed) {
        return new RandomStreams(seed).within(switch (architecture) {
            case ResNetArchitecture _ -> "resnet";
            case VggArchitecture _ -> "vgg";
        });
    }

    /// Weight and bias of a new head; nothing for a network without one.
    static Map<String, float[]> head(NetworkArchitecture architecture, long seed) {
        if (architecture.classes() == 0) {
            return Map.of();
        }
        RandomStreams streams = streams(architecture, seed);
        int in = architecture.features();
        int out = architecture.classes();
        String weight = architecture.head() + ".weight";
        String bias = architecture.head() + ".bias";
        return switch (architecture) {
            case ResNetArchitecture _ -> {
                double bound = 1 / Math.sqrt(in);
                yield Map.of(weight, uniform(out * in, bound, streams.stream(weight)), bias, uniform(out, bound, streams.stream(bias)));
            }
            case VggArchitecture _ -> Map.of(weight, normal(out * in, HEAD_SD, streams.stream(weight)), bias, new float[out]);
        };
    }

    private static float[] convolution(long[] shape, SplittableRandom random) {
        double sd = Math.sqrt(2.0 / (shape[0] * shape[2] * shape[3]));
        return normal((int) NetworkArchitecture.count(shape), sd, random);
    }

    private static float[] normal(int count, double sd, SplittableRandom random) {
        float[] values = new float[count];
        for (int t = 0; t < count; t++) {
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
