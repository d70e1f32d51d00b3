package org.trabecula.deep.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What decides a ResNet's tensors and how they are joined.
///
/// @param inputChannels 1 for a grey crop, 3 for a picture or a crop with its neighbours
/// @param classes       rows of the head `fc`
public record ResNetArchitecture(ResNetDepth depth, BottleneckStride stride, int inputChannels, int classes)
        implements NetworkArchitecture {
    private static final String FIRST = "conv1";
    private static final String STAGE = "layer";
    private static final String HEAD = "fc";

    public ResNetArchitecture {
        if (inputChannels < 1 || classes < 1) {
            throw new IllegalArgumentException(
                    "a network has at least one channel and one class, got " + inputChannels + " and " + classes);
        }
    }

    @Override
    public ResNetArchitecture withInputChannels(int channels) {
        return new ResNetArchitecture(depth, stride, channels, classes);
    }

    @Override
    public ResNetArchitecture withClasses(int count) {
        return new ResNetArchitecture(depth, stride, inputChannels, count);
    }

    @Override
    public Map<String, long[]> layout() {
        Map<String, long[]> layout = new LinkedHashMap<>();
        layout.put("conv1.weight", new long[] {64, inputChannels, 7, 7});
        NetworkArchitecture.putNorm(layout, "bn1", 64);
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
                    NetworkArchitecture.putNorm(layout, prefix + ".downsample.1", channelsOut);
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
        NetworkArchitecture.putNorm(layout, prefix + ".bn" + number, out);
    }

    @Override
    public String label() {
        return depth.label();
    }

    @Override
    public int features() {
        return depth.features();
    }

    /// Every part that halves makes ⌈n / 2⌉ of n pixels, so one stays one.
    @Override
    public int smallestPixels() {
        return 1;
    }

    @Override
    public String firstConvolution() {
        return FIRST;
    }

    /// The BatchNorm of `layer1.0.conv2` is `layer1.0.bn2`, that of `layer1.0.downsample.0` is `layer1.0.downsample.1`.
    @Override
    public Optional<String> normOf(String convolution) {
        return Optional.of(
                convolution.endsWith("downsample.0")
                        ? convolution.substring(0, convolution.length() - 1) + "1"
                        : convolution.replace("conv", "bn"));
    }

    @Override
    public String head() {
        return HEAD;
    }

    @Override
    public int stageOf(String tensor) {
        if (tensor.startsWith(STAGE)) {
            return tensor.charAt(STAGE.length()) - '0' + 1;
        }
        return tensor.startsWith(HEAD + ".") ? HEAD_STAGE : 1;
    }

    @Override
    public String stageName(int stage) {
        return stage == 0 ? "stem" : STAGE + stage;
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of(BottleneckStride.METADATA_KEY, stride.label());
    }

    /// Every part that halves makes ⌈n / 2⌉ of n pixels: a 7 × 7 kernel with stride 2 and padding 3, 3 × 3 with stride 2 and padding 1,
    /// and 1 × 1 with stride 2 alike.
    @Override
    public List<NetworkShapes.Part> parts(int sizePixels) {
        List<NetworkShapes.Part> parts = new ArrayList<>();
        int size = half(sizePixels);
        parts.add(new NetworkShapes.Part(FIRST, "convolution 7 × 7, stride 2", 64, size));
        size = half(size);
        parts.add(new NetworkShapes.Part("maxpool", "largest of 3 × 3, stride 2", 64, size));
        for (int stage = 1; stage <= 4; stage++) {
            size = stage == 1 ? size : half(size);
            String block = depth.bottleneck() ? "1 × 1, 3 × 3, 1 × 1" : "two 3 × 3";
            parts.add(new NetworkShapes.Part(
                    STAGE + stage, String.format(Locale.ROOT, "%d residual blocks of %s", depth.blocks(stage), block),
                    depth.channels(stage), size));
        }
        parts.add(NetworkShapes.averagePooling(features()));
        return parts;
    }

    private static int half(int pixels) {
        return (pixels + 1) / 2;
    }
}
