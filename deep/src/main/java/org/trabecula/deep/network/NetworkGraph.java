package org.trabecula.deep.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/// How a network's layers are joined, for any way to compute a layer: a first part, four stages, the mean over the picture, a head.
///
/// Every method makes native objects: call it inside a `PointerScope`, which frees them also when an interrupt ends the work between
/// two blocks. Blocks are where every long use of a network (a batch embedded, a training step, a heat map) hears of Ctrl-C.
public abstract sealed class NetworkGraph permits ResNetGraph, VggGraph {
    private static final int STAGES = 4;

    private final Layers layers;

    NetworkGraph(Layers layers) {
        this.layers = layers;
    }

    /// Computes the parts of one network.
    interface Layers {
        /// A convolution and the BatchNorm behind it, where there is one, plus `shortcut` where there is one, and ReLU where `relu`.
        ///
        /// @param convolution its name, such as `layer1.0.conv2`
        /// @param size        of the square kernel; padded so that stride 1 keeps the picture's size
        Tensor convolve(String convolution, Tensor x, int size, int stride, @Nullable Tensor shortcut, boolean relu);

        /// What the first convolution made, in the layout that the other layers work in.
        Tensor enter(Tensor first);

        /// What these layers made, row-major again.
        Tensor leave(Tensor channels);

        /// The linear layer from the embedding to the logits.
        Tensor head(Tensor embedding);
    }

    static NetworkGraph of(NetworkArchitecture architecture, Layers layers) {
        return switch (architecture) {
            case ResNetArchitecture resnet -> new ResNetGraph(resnet, layers);
            case VggArchitecture vgg -> new VggGraph(vgg, layers);
        };
    }

    final Layers layers() {
        return layers;
    }

    /// The first part: N × C × H × W to N × 64 channels.
    public abstract Tensor stem(Tensor x);

    /// One of the stages 1 … 4.
    public abstract Tensor stage(int stage, Tensor x);

    /// N × features: the mean of each channel.
    public final Tensor pool(Tensor x) {
        return torch.adaptive_avg_pool2d(layers.leave(x), 1, 1).flatten(1, -1);
    }

    /// N × classes.
    public final Tensor head(Tensor embedding) {
        return layers.head(embedding);
    }

    /// First part, stages and pooling.
    public final Tensor embed(Tensor x) {
        Tensor out = stem(x);
        for (int stage = 1; stage <= STAGES; stage++) {
            out = stage(stage, out);
        }
        return pool(out);
    }
}
