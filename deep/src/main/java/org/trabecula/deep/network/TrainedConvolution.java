package org.trabecula.deep.network;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.deep.torch.Libtorch;

/// A convolution that gradients go back through, padded so that stride 1 keeps the picture's size.
///
/// libtorch's own, but for small pictures where oneDNN is left out: without it libtorch multiplies picture by picture and reads a kernel of
/// megabytes again for each, for a picture of 2 × 2. There all pictures' neighbourhoods are the rows of one matrix, and the convolution is
/// one product with the kernel. Not for use without training: the last digits of a row depend on its place, those of an embedding must not
/// depend on its company.
final class TrainedConvolution {
    private static final long[] UNDILATED = {1, 1};
    /// Beyond, a picture has enough columns for a product of its own: at 16 × 16 one product for all took as long, and nine times the memory.
    private static final long SMALL_PICTURE = 64;

    private TrainedConvolution() {}

    /// @param x      N × C × H × W, in any order in memory
    /// @param kernel out × C × size × size
    static Tensor of(Tensor x, Tensor kernel, TensorOptional bias, int size, int stride) {
        if (Libtorch.convolvesByProducts() && outputSide(x.size(2), stride) * outputSide(x.size(3), stride) <= SMALL_PICTURE) {
            return product(x, kernel, bias, size, stride);
        }
        long[] strides = {stride, stride};
        long[] padding = {size / 2, size / 2};
        return torch.conv2d(x, kernel, bias, strides, padding, UNDILATED, 1);
    }

    private static long outputSide(long side, int stride) {
        return (side - 1) / stride + 1;
    }

    /// @return N × out × H × W, channels last in memory, as [#product] likes its pictures
    static Tensor product(Tensor x, Tensor kernel, TensorOptional bias, int size, int stride) {
        long height = outputSide(x.size(2), stride);
        long width = outputSide(x.size(3), stride);
        Tensor channelsLast = x.permute(0, 2, 3, 1);
        Tensor neighbourhoods = size == 1
                ? every(channelsLast, 0, 0, height, width, stride)
                : neighbourhoods(channelsLast, size, stride, height, width);
        Tensor taps = size == 1 ? kernel : kernel.permute(0, 2, 3, 1);
        return torch.linear(neighbourhoods.reshape(-1, size * size * x.size(1)), taps.reshape(kernel.size(0), -1), bias)
                .view(x.size(0), height, width, -1)
                .permute(0, 3, 1, 2);
    }

    /// N × H × W × (size · size · C): for every position what its kernel's taps see, row by row.
    private static Tensor neighbourhoods(Tensor channelsLast, int size, int stride, long height, long width) {
        long pad = size / 2;
        Tensor padded = torch.constant_pad_nd(channelsLast, new long[] {0, 0, pad, pad, pad, pad}, new Scalar(0f));
        TensorVector taps = new TensorVector();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                taps.push_back(every(padded, row, column, height, width, stride));
            }
        }
        return torch.cat(taps, 3);
    }

    private static Tensor every(Tensor channelsLast, long row, long column, long height, long width, int stride) {
        return along(along(channelsLast, 1, row, height, stride), 2, column, width, stride);
    }

    private static Tensor along(Tensor x, int axis, long first, long count, int stride) {
        return x.slice(axis, new LongOptional(first), new LongOptional(first + (count - 1) * stride + 1), stride);
    }
}
