package org.trabecula.deep.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What decides a VGG's tensors and how they are joined.
///
/// The backbone is torchvision's `features`. The embedding is the mean of each channel of the last feature map, after the last max
/// pooling: 512 numbers. torchvision's own head, three linear layers over 7 × 7 cells, is not used: it was made for pictures of 224
/// pixels, whose map has 7 × 7 cells, where a crop of 64 pixels has 2 × 2. Its tensors may be in a file and are left out. The head
/// here is one linear layer over the embedding, as in a ResNet, under the name `classifier`: PyTorch loads it with
/// `avgpool = AdaptiveAvgPool2d(1)` and `classifier = Linear(512, classes)`.
///
/// @param norm          whether a BatchNorm stands behind every convolution (`vgg16_bn`)
/// @param inputChannels 1 for a grey crop, 3 for a picture or a crop with its neighbours
/// @param classes       rows of the head; 0: the network has none
public record VggArchitecture(VggDepth depth, boolean norm, int inputChannels, int classes) implements NetworkArchitecture {
    private static final String FEATURES = "features.";
    private static final String HEAD = "classifier";
    private static final String BLOCK = "block";
    private static final int HALVINGS = 5;
    private static final long CELLS_OF_224 = 7 * 7;
    private static final long WIDE = 4096;

    public VggArchitecture {
        if (inputChannels < 1 || classes < 0) {
            throw new IllegalArgumentException(
                    "a network has at least one channel, and classes or none, got " + inputChannels + " and " + classes);
        }
    }

    /// One convolution of `features`.
    ///
    /// @param block 1 … 5
    /// @param name  such as `features.10`
    record Convolution(int block, String name, long channelsIn, long channelsOut) {}

    /// Their number, the same for every depth.
    public int blocks() {
        return VggDepth.BLOCKS;
    }

    /// In the order in which pictures pass them. torchvision counts the layers of `features` through: a convolution, its BatchNorm where
    /// there is one, its ReLU, and a max pooling after each block.
    List<Convolution> convolutions() {
        List<Convolution> all = new ArrayList<>();
        int layer = 0;
        long channels = inputChannels;
        for (int block = 1; block <= VggDepth.BLOCKS; block++) {
            for (int number = 0; number < depth.convolutions(block); number++) {
                all.add(new Convolution(block, FEATURES + layer, channels, depth.channels(block)));
                channels = depth.channels(block);
                layer += norm ? 3 : 2;
            }
            layer++;
        }
        return all;
    }

    @Override
    public String label() {
        return depth.label() + (norm ? "_bn" : "");
    }

    @Override
    public int features() {
        return depth.channels(VggDepth.BLOCKS);
    }

    /// Five max poolings, each of which leaves ⌊n / 2⌋ of n pixels.
    @Override
    public int smallestPixels() {
        return 1 << HALVINGS;
    }

    @Override
    public Map<String, long[]> layout() {
        Map<String, long[]> layout = new LinkedHashMap<>();
        for (Convolution one : convolutions()) {
            layout.put(one.name() + ".weight", new long[] {one.channelsOut(), one.channelsIn(), 3, 3});
            layout.put(one.name() + ".bias", new long[] {one.channelsOut()});
            normOf(one.name()).ifPresent(name -> NetworkArchitecture.putNorm(layout, name, one.channelsOut()));
        }
        if (classes > 0) {
            layout.put(HEAD + ".weight", new long[] {classes, features()});
            layout.put(HEAD + ".bias", new long[] {classes});
        }
        return layout;
    }

    /// The tensors of torchvision's own head, which a file may hold and which are not used.
    ///
    /// @param outputs of its last layer
    static Map<String, long[]> publishedHead(long outputs) {
        Map<String, long[]> layout = new LinkedHashMap<>();
        putLinear(layout, "classifier.0", WIDE, 512 * CELLS_OF_224);
        putLinear(layout, "classifier.3", WIDE, WIDE);
        putLinear(layout, "classifier.6", outputs, WIDE);
        return layout;
    }

    private static void putLinear(Map<String, long[]> layout, String name, long out, long in) {
        layout.put(name + ".weight", new long[] {out, in});
        layout.put(name + ".bias", new long[] {out});
    }

    @Override
    public String firstConvolution() {
        return FEATURES + 0;
    }

    @Override
    public Optional<String> normOf(String convolution) {
        return norm ? Optional.of(FEATURES + (number(convolution) + 1)) : Optional.empty();
    }

    @Override
    public String head() {
        return HEAD;
    }

    @Override
    public int stageOf(String tensor) {
        if (tensor.startsWith(HEAD)) {
            return HEAD_STAGE;
        }
        int layer = number(tensor);
        return convolutions().stream()
                .filter(one -> number(one.name()) <= layer)
                .toList()
                .getLast()
                .block();
    }

    /// The number in `features.10` or `features.10.weight`.
    private static int number(String name) {
        String rest = name.substring(FEATURES.length());
        int end = rest.indexOf('.');
        return Integer.parseInt(end < 0 ? rest : rest.substring(0, end));
    }

    @Override
    public String stageName(int stage) {
        return BLOCK + (stage + 1);
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of("embedding", "mean of each channel of features");
    }

    @Override
    public List<NetworkShapes.Part> parts(int sizePixels) {
        List<NetworkShapes.Part> parts = new ArrayList<>();
        int size = sizePixels;
        for (int block = 1; block <= VggDepth.BLOCKS; block++) {
            size /= 2;
            int count = depth.convolutions(block);
            parts.add(new NetworkShapes.Part(
                    BLOCK + block,
                    String.format(Locale.ROOT, "%d convolution%s of 3 × 3, largest of 2 × 2", count, count == 1 ? "" : "s"),
                    depth.channels(block), size));
        }
        parts.add(NetworkShapes.averagePooling(features()));
        return parts;
    }

    @Override
    public VggArchitecture withInputChannels(int channels) {
        return new VggArchitecture(depth, norm, channels, classes);
    }

    @Override
    public VggArchitecture withClasses(int count) {
        return new VggArchitecture(depth, norm, inputChannels, count);
    }
}
