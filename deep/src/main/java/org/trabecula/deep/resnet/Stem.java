package org.trabecula.deep.resnet;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.deep.torch.Libtorch;

/// The first convolution and its BatchNorm, one after the other, for use only; owns its tensors.
final class Stem implements AutoCloseable {
    private static final long[] STRIDES = {2, 2};
    private static final long[] PADDING = {3, 3};
    private static final long[] UNDILATED = {1, 1};

    private final Tensor kernel;
    private final TensorOptional noBias;
    /// Weight, bias, running mean and running variance.
    private final List<TensorOptional> norm = new ArrayList<>();

    Stem(ResNetWeights weights, long[] shape) {
        try (PointerScope _ = new PointerScope()) {
            kernel = Libtorch.keep(Libtorch.tensor(weights.values("conv1.weight"), shape));
            noBias = Libtorch.keep(new TensorOptional());
            for (String part : new String[] {"weight", "bias", "running_mean", "running_var"}) {
                float[] values = weights.values("bn1." + part);
                norm.add(Libtorch.keep(new TensorOptional(Libtorch.tensor(values, values.length))));
            }
        }
    }

    /// Row-major pictures to row-major channels of half the size, before the ReLU.
    Tensor apply(Tensor pictures) {
        Tensor convolved = torch.conv2d(pictures, kernel, noBias, STRIDES, PADDING, UNDILATED, 1);
        return torch.batch_norm(
                convolved, norm.get(0), norm.get(1), norm.get(2), norm.get(3), false, 0, FoldedLayers.EPSILON, false);
    }

    @Override
    public void close() {
        kernel.deallocate();
        noBias.deallocate();
        norm.forEach(TensorOptional::deallocate);
    }
}
