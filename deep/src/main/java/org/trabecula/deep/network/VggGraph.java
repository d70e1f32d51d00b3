package org.trabecula.deep.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.core.CancelledException;

/// How a VGG's layers are joined.
///
/// ```
/// block  convolutions of 3×3, each with its BatchNorm (where there is one) and ReLU; max pooling 2×2/2
/// ```
///
/// The first part is block 1, stages 1 … 4 are blocks 2 … 5. Source: Simonyan and Zisserman 2015, arXiv:1409.1556; torchvision
/// `models/vgg.py`.
final class VggGraph extends NetworkGraph {
    private static final long[] NOTHING = {0, 0};
    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};

    private final VggArchitecture architecture;

    VggGraph(VggArchitecture architecture, Layers layers) {
        super(layers);
        this.architecture = architecture;
    }

    @Override
    public Tensor stem(Tensor x) {
        return block(1, x);
    }

    @Override
    public Tensor stage(int stage, Tensor x) {
        return block(stage + 1, x);
    }

    private Tensor block(int block, Tensor x) {
        CancelledException.throwIfInterrupted();
        Tensor out = x;
        for (VggArchitecture.Convolution one : architecture.convolutions()) {
            if (one.block() == block) {
                Tensor convolved = layers().convolve(one.name(), out, 3, 1, null, true);
                out = one.name().equals(architecture.firstConvolution()) ? layers().enter(convolved) : convolved;
            }
        }
        return torch.max_pool2d(out, TWO, TWO, NOTHING, ONE, false);
    }
}
