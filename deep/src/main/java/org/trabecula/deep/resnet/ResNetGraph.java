package org.trabecula.deep.resnet;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.CancelledException;

/// How a ResNet's layers are joined, for any way to compute a layer.
///
/// ```
/// stem      relu(bn1(conv1 7×7/2)), max pooling 3×3/2
/// layer1…4  blocks: relu(F(x) + shortcut(x))
/// pool      mean over the picture: the embedding
/// fc        logits
/// ```
///
/// Every method makes native objects: call it inside a `PointerScope`, which frees them also when an interrupt ends the
/// work between two blocks. Source: He et al. 2016,
/// doi:10.1109/CVPR.2016.90; torchvision `models/resnet.py`.
public final class ResNetGraph {
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] THREE = {3, 3};

    private final ResNetArchitecture architecture;
    private final Layers layers;

    /// Computes the parts of one network.
    interface Layers {
        /// A convolution and the BatchNorm behind it, plus `shortcut` where there is one, and ReLU where `relu`.
        ///
        /// @param convolution its name, such as `layer1.0.conv2`
        /// @param norm        its BatchNorm's name
        /// @param size        of the square kernel; padded so that stride 1 keeps the picture's size
        Tensor convolve(
                String convolution, String norm, Tensor x, int size, int stride, @Nullable Tensor shortcut, boolean relu);

        /// What the convolution of the stem made, in the layout that the other layers work in.
        Tensor enter(Tensor stem);

        /// What these layers made, row-major again.
        Tensor leave(Tensor channels);

        /// `fc`.
        Tensor head(Tensor embedding);
    }

    ResNetGraph(ResNetArchitecture architecture, Layers layers) {
        this.architecture = architecture;
        this.layers = layers;
    }

    /// N × C × H × W to N × 64 × H/4 × W/4.
    public Tensor stem(Tensor x) {
        Tensor convolved = layers.convolve("conv1", "bn1", x, 7, 2, null, true);
        return torch.max_pool2d(layers.enter(convolved), THREE, TWO, ONE, ONE, false);
    }

    /// One of `layer1` … `layer4`.
    public Tensor stage(int stage, Tensor x) {
        Tensor out = x;
        for (int block = 0; block < architecture.depth().blocks(stage); block++) {
            out = block(stage, block, out);
        }
        return out;
    }

    /// N × features: the mean of each channel.
    public Tensor pool(Tensor x) {
        return torch.adaptive_avg_pool2d(layers.leave(x), 1, 1).flatten(1, -1);
    }

    /// N × classes.
    public Tensor head(Tensor embedding) {
        return layers.head(embedding);
    }

    /// Stem, stages and pooling.
    public Tensor embed(Tensor x) {
        Tensor out = stem(x);
        for (int stage = 1; stage <= 4; stage++) {
            out = stage(stage, out);
        }
        return pool(out);
    }

    /// The one place where every long use of a network (a batch embedded, a training step, a heat map) hears of Ctrl-C.
    private Tensor block(int stage, int block, Tensor x) {
        CancelledException.throwIfInterrupted();
        String name = ResNetArchitecture.blockName(stage, block);
        int stride = block == 0 && stage > 1 ? 2 : 1;
        Tensor shortcut = architecture.hasDownsample(stage, block)
                ? layers.convolve(name + ".downsample.0", name + ".downsample.1", x, 1, stride, null, false)
                : x;
        if (architecture.depth().bottleneck()) {
            boolean first = architecture.stride() == BottleneckStride.CONV1;
            Tensor narrow = layers.convolve(name + ".conv1", name + ".bn1", x, 1, first ? stride : 1, null, true);
            Tensor middle = layers.convolve(name + ".conv2", name + ".bn2", narrow, 3, first ? 1 : stride, null, true);
            return layers.convolve(name + ".conv3", name + ".bn3", middle, 1, 1, shortcut, true);
        }
        Tensor middle = layers.convolve(name + ".conv1", name + ".bn1", x, 3, stride, null, true);
        return layers.convolve(name + ".conv2", name + ".bn2", middle, 3, 1, shortcut, true);
    }
}
