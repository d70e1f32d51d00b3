package org.trabecula.deep.resnet;

import java.util.LinkedHashMap;
import java.util.Map;

/// What decides a ResNet's tensors and how they are joined.
///
/// @param inputChannels 1 for a grey crop, 3 for a picture or a crop with its neighbours
/// @param classes       rows of the head `fc`
public record ResNetArchitecture(ResNetDepth depth, BottleneckStride stride, int inputChannels, int classes) {
    /// A scalar that torchvision stores beside each BatchNorm; nothing is computed from it.
    static final String BATCHES_TRACKED = ".num_batches_tracked";

    public ResNetArchitecture {
        if (inputChannels < 1 || classes < 1) {
            throw new IllegalArgumentException(
                    "a network has at least one channel and one class, got " + inputChannels + " and " + classes);
        }
    }

    public ResNetArchitecture withInputChannels(int channels) {
        return new ResNetArchitecture(depth, stride, channels, classes);
    }

    public ResNetArchitecture withClasses(int count) {
        return new ResNetArchitecture(depth, stride, inputChannels, count);
    }

    /// Every tensor's name and shape, in torchvision's order; an empty shape is a scalar.
    public Map<String, long[]> layout() {
        Map<String, long[]> layout = new LinkedHashMap<>();
        layout.put("conv1.weight", new long[] {64, inputChannels, 7, 7});
        norm(layout, "bn1", 64);
        long channelsIn = 64;
        for (int stage = 1; stage <= 4; stage++) {
            long width = 64L << (stage - 1);
            long channelsOut = depth.channels(stage);
            for (int block = 0; block < depth.blocks(stage); block++) {
                String prefix = blockName(stage, block);
                if (depth.bottleneck()) {
                    convolution(layout, prefix, 1, width, channelsIn, 1);
                    convolution(layout, prefix, 2, width, width, 3);
                    convolution(layout, prefix, 3, channelsOut, width, 1);
                } else {
                    convolution(layout, prefix, 1, width, channelsIn, 3);
                    convolution(layout, prefix, 2, width, width, 3);
                }
                if (hasDownsample(stage, block)) {
                    layout.put(prefix + ".downsample.0.weight", new long[] {channelsOut, channelsIn, 1, 1});
                    norm(layout, prefix + ".downsample.1", channelsOut);
                }
                channelsIn = channelsOut;
            }
        }
        layout.put("fc.weight", new long[] {classes, depth.features()});
        layout.put("fc.bias", new long[] {classes});
        return layout;
    }

    /// Such as `layer2.0`.
    static String blockName(int stage, int block) {
        return "layer" + stage + "." + block;
    }

    /// Whether the block's input has another shape than its output, so that the shortcut needs a convolution.
    boolean hasDownsample(int stage, int block) {
        return block == 0 && (stage > 1 || depth.bottleneck());
    }

    private static void convolution(Map<String, long[]> layout, String prefix, int number, long out, long in, long size) {
        layout.put(prefix + ".conv" + number + ".weight", new long[] {out, in, size, size});
        norm(layout, prefix + ".bn" + number, out);
    }

    private static void norm(Map<String, long[]> layout, String prefix, long channels) {
        for (String part : new String[] {".weight", ".bias", ".running_mean", ".running_var"}) {
            layout.put(prefix + part, new long[] {channels});
        }
        layout.put(prefix + BATCHES_TRACKED, new long[0]);
    }
}
