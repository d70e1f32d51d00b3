package org.trabecula.deep.network;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.deep.torch.Libtorch;

/// A convolution with a bias, for use only; owns its tensors.
///
/// Where libtorch has oneDNN, kernel and pictures stay in oneDNN's blocked layout from layer to layer. Without that every
/// convolution copies all three into that layout and back: same sums in the same order, same bits, twice the time.
final class FoldedConvolution implements AutoCloseable {
    private static final long[] UNDILATED = {1, 1};

    private final boolean blocked;
    private final TensorOptional bias;
    private Tensor kernel;
    private boolean ordered;

    /// @param kernel row-major
    /// @param shape  of the kernel: out, in, height, width
    FoldedConvolution(float[] kernel, long[] shape, float[] bias) {
        this.blocked = Libtorch.hasBlockedLayout();
        try (PointerScope _ = new PointerScope()) {
            Tensor plainKernel = Libtorch.tensor(kernel, shape);
            Tensor plainBias = Libtorch.tensor(bias, bias.length);
            this.kernel = Libtorch.keep(blocked ? plainKernel.to_mkldnn() : plainKernel);
            this.bias = Libtorch.keep(new TensorOptional(blocked ? plainBias.to_mkldnn() : plainBias));
        }
        this.ordered = !blocked;
    }

    /// @param x pictures in the layout of [Libtorch#hasBlockedLayout]
    Tensor apply(Tensor x, int size, int stride) {
        long[] strides = {stride, stride};
        long[] padding = {size / 2, size / 2};
        if (!ordered) {
            order(strides, padding);
        }
        return blocked
                ? torch.mkldnn_convolution(x, kernel, bias, padding, strides, UNDILATED, 1)
                : torch.conv2d(x, kernel, bias, strides, padding, UNDILATED, 1);
    }

    /// Brings the kernel into the order that this convolution reads, once.
    private void order(long[] strides, long[] padding) {
        Tensor given = kernel;
        try (PointerScope _ = new PointerScope()) {
            kernel = Libtorch.keep(
                    torch.mkldnn_reorder_conv2d_weight(given, padding, strides, UNDILATED, 1, new LongArrayRefOptional()));
        }
        given.deallocate();
        ordered = true;
    }

    @Override
    public void close() {
        kernel.deallocate();
        bias.deallocate();
    }
}
