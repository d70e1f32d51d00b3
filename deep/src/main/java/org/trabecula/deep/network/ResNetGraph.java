package org.trabecula.deep.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.core.CancelledException;

/// How a ResNet's layers are joined.
///
/// ```
/// stem      relu(bn1(conv1 7×7/2)), max pooling 3×3/2
/// layer1…4  blocks: relu(F(x) + shortcut(x))
/// pool      mean over the picture: the embedding
/// fc        logits
/// ```
///
/// Source: He et al. 2016, doi:10.1109/CVPR.2016.90; torchvision `models/resnet.py`.
final class ResNetGraph extends NetworkGraph {
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};
    private static final long[] THREE = {3, 3};

    private final ResNetArchitecture architecture;

    ResNetGraph(ResNetArchitecture architecture, Layers layers) {
        super(layers);
        this.architecture = architecture;
    }

    /// N × C × H × W to N × 64 × H/4 × W/4.
    @Override
    public Tensor stem(Tensor x) {
        Tensor convolved = layers().convolve("conv1", x, 7, 2, null, true);
        return torch.max_pool2d(layers().enter(convolved), THREE, TWO, ONE, ONE, false);
    }

    /// One of `layer1` … `layer4`.
    @Override
    public Tensor stage(int stage, Tensor x) {
        Tensor out = x;
        for (int block = 0; block < architecture.depth().blocks(stage); block++) {
            out = block(stage, block, out);
        }
        return out;
    }

    private Tensor block(int stage, int block, Tensor x) {
        CancelledException.throwIfInterrupted();
        String name = ResNetArchitecture.blockName(stage, block);
        int stride = block == 0 && stage > 1 ? 2 : 1;
        Tensor shortcut = architecture.hasDownsample(stage, block)
                ? layers().convolve(name + ".downsample.0", x, 1, stride, null, false)
                : x;
        if (architecture.depth().bottleneck()) {
            boolean first = architecture.stride() == BottleneckStride.CONV1;
            Tensor narrow = layers().convolve(name + ".conv1", x, 1, first ? stride : 1, null, true);
            Tensor middle = layers().convolve(name + ".conv2", narrow, 3, first ? 1 : stride, null, true);
            return layers().convolve(name + ".conv3", middle, 1, 1, shortcut, true);
        }
        Tensor middle = layers().convolve(name + ".conv1", x, 3, stride, null, true);
        return layers().convolve(name + ".conv2", middle, 3, 1, shortcut, true);
    }
}
