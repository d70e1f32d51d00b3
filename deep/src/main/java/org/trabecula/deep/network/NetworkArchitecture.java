package org.trabecula.deep.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.deep.DeepProblem;

/// What decides a network's tensors and how they are joined, under torchvision's names.
///
/// Every network here is a first part and four stages, after which a square picture has 1/32 of its side, then the mean of each
/// channel, the embedding, and one linear layer, the head. So `frozen_stages` and the layers of heat maps mean the same for all:
///
/// | | ResNet | VGG |
/// |---|---|---|
/// | first part | `conv1` and max pooling | block 1 of `features` |
/// | stage 1 … 4 | `layer1` … `layer4` | blocks 2 … 5, each with the max pooling that ends it |
public sealed interface NetworkArchitecture permits ResNetArchitecture, VggArchitecture {
    /// Stage of the head's tensors, see [#stageOf].
    int HEAD_STAGE = 6;

    /// A scalar that torchvision stores beside each BatchNorm; nothing is computed from it.
    String BATCHES_TRACKED = ".num_batches_tracked";

    /// 1 for a grey crop, 3 for a picture or a crop with its neighbours.
    int inputChannels();

    /// Outputs of the head; 0 for a network without one.
    int classes();

    /// torchvision's name, such as `resnet50` or `vgg16_bn`.
    String label();

    /// Numbers in an embedding: the channels of stage 4.
    int features();

    /// Side of the smallest picture of which something is left after the last stage.
    int smallestPixels();

    /// Every tensor's name and shape, in torchvision's order; an empty shape is a scalar.
    Map<String, long[]> layout();

    /// The convolution that sees the picture.
    String firstConvolution();

    /// The BatchNorm behind a convolution; empty where there is none.
    Optional<String> normOf(String convolution);

    /// The linear layer from the embedding to the logits.
    String head();

    /// Where a tensor belongs: 1 the first part, 2 … 5 stages 1 … 4, [#HEAD_STAGE] the head.
    int stageOf(String tensor);

    /// For people: the first part (0), or stage 1 … 4.
    String stageName(int stage);

    /// What a weights file says about itself beside its tensors.
    Map<String, String> metadata();

    /// Its parts and their shapes, from the picture to the embedding.
    ///
    /// @param sizePixels of the picture along a side
    List<NetworkShapes.Part> parts(int sizePixels);

    NetworkArchitecture withInputChannels(int channels);

    NetworkArchitecture withClasses(int count);

    /// The columns of an embedding: `dtl_0001` … (deep transfer learning).
    default List<String> featureNames() {
        return IntStream.rangeClosed(1, features())
                .mapToObj(feature -> String.format(Locale.ROOT, "dtl_%04d", feature))
                .toList();
    }

    /// Whether any convolution has a BatchNorm behind it.
    default boolean hasNorms() {
        return normOf(firstConvolution()).isPresent();
    }

    /// Numbers that learn, without the head's.
    default long backboneParameters() {
        return layout().entrySet().stream()
                .filter(entry -> stageOf(entry.getKey()) != HEAD_STAGE)
                .filter(entry -> entry.getKey().endsWith(".weight") || entry.getKey().endsWith(".bias"))
                .mapToLong(entry -> count(entry.getValue()))
                .sum();
    }

    /// @throws org.trabecula.core.InputException NET-004 if nothing would be left of a picture with such a side
    default void requireLargeEnough(int sizePixels, String where) {
        if (sizePixels < smallestPixels()) {
            throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                    where, sizePixels + " pixels along a side", "at least " + smallestPixels() + " for " + label(),
                    "make the crops larger, or take a ResNet");
        }
    }

    /// Numbers in a tensor of this shape.
    static long count(long[] shape) {
        long count = 1;
        for (long length : shape) {
            count *= length;
        }
        return count;
    }

    /// Adds a BatchNorm's tensors to a layout.
    static void putNorm(Map<String, long[]> layout, String name, long channels) {
        for (String part : new String[] {".weight", ".bias", ".running_mean", ".running_var"}) {
            layout.put(name + part, new long[] {channels});
        }
        layout.put(name + BATCHES_TRACKED, new long[0]);
    }
}
