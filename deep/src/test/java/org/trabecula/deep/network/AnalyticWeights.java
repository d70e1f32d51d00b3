package org.trabecula.deep.network;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// Weights from a formula, so that whole networks can be compared without a file. The formula is that of
/// `conformance/data/weights/analytic-networks.json`.
final class AnalyticWeights {
    private AnalyticWeights() {}

    static NetworkWeights of(NetworkArchitecture architecture) {
        boolean bottleneck = architecture instanceof ResNetArchitecture resnet && resnet.depth().bottleneck();
        Map<String, float[]> values = new LinkedHashMap<>();
        architecture.layout().forEach((name, shape) -> {
            if (shape.length > 0) {
                values.put(name, tensor(name, shape, bottleneck));
            }
        });
        return new NetworkWeights(architecture, values, true, "formula");
    }

    private static float[] tensor(String name, long[] shape, boolean bottleneck) {
        int count = 1;
        for (long length : shape) {
            count *= (int) length;
        }
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        float[] values = new float[count];
        for (int t = 0; t < count; t++) {
            double u = (splitmix64((crc.getValue() << 32) + t) >>> 11) * 0x1p-52 - 1;
            values[t] = (float) scaled(name, shape, bottleneck, u);
        }
        return values;
    }

    private static double scaled(String name, long[] shape, boolean bottleneck, double u) {
        if (shape.length == 4) {
            return u * Math.sqrt(6.0 / (shape[1] * shape[2] * shape[3]));
        }
        if (shape.length == 2) {
            return u * Math.sqrt(3.0 / shape[1]);
        }
        if (name.endsWith(".bias") || name.endsWith(".running_mean")) {
            return 0.1 * u;
        }
        if (name.endsWith(".running_var")) {
            return 1 + 0.25 * u;
        }
        boolean lastOfBlock = name.startsWith("layer") && name.endsWith(bottleneck ? ".bn3.weight" : ".bn2.weight");
        return (lastOfBlock ? 0.3 : 1) * (1 + 0.1 * u);
    }

    private static long splitmix64(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /// x[n, c, i, j] = sin(0.1 i + 0.2 j + c), the input of the reference values.
    static float[] sineInput(int batch, int channels, int size) {
        float[] x = new float[batch * channels * size * size];
        int t = 0;
        for (int n = 0; n < batch; n++) {
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        x[t++] = (float) Math.sin(0.1 * i + 0.2 * j + c);
                    }
                }
            }
        }
        return x;
    }
}
