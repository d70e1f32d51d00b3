package org.trabecula.deep.network;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
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
    /// Beyond, a picture has enough columns for a product of its own: at 1,024 positions one product for all gained nothing.
    private static final long SMALL_PICTURE = 256;

    private TrainedConvolution() {}

    /// @param x      N × C × H × W, in any order in memory
    /// @param kernel out × C × size × size, in any order in memory; [#inOrder] is read as it lies
    static Tensor of(Tensor x, Tensor kernel, TensorOptional bias, int size, int stride) {
        if (Libtorch.convolvesByProducts() && outputSide(x.size(2), stride) * outputSide(x.size(3), stride) <= SMALL_PICTURE) {
            return product(x, kernel, bias, size, stride);
        }
        long[] strides = {stride, stride};
        long[] padding = {size / 2, size / 2};
        return torch.conv2d(x, kernel.contiguous(), bias, strides, padding, UNDILATED, 1);
    }

    /// Pictures or kernels as a product reads them: the same numbers, channels last in memory.
    static Tensor inOrder(Tensor x) {
        return Libtorch.convolvesByProducts() ? x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2) : x;
    }

    private static long outputSide(long side, int stride) {
        return (side - 1) / stride + 1;
    }

    /// @return N × out × H × W, channels last in memory
    static Tensor product(Tensor x, Tensor kernel, TensorOptional bias, int size, int stride) {
        long height = outputSide(x.size(2), stride);
        long width = outputSide(x.size(3), stride);
        Tensor channelsLast = x.permute(0, 2, 3, 1);
        Tensor seen = size == 1 && stride == 1 ? channelsLast : neighbourhoods(channelsLast, size, stride, (int) height, (int) width);
        return torch.linear(
                        seen.reshape(-1, size * size * x.size(1)), kernel.permute(0, 2, 3, 1).reshape(kernel.size(0), -1), bias)
                .view(x.size(0), height, width, -1)
                .permute(0, 3, 1, 2);
    }

    /// For every position what its kernel's taps see, row by row: (N · H · W · size · size) × C.
    ///
    /// Rows are looked up as an embedding's, as gradients come back so in one pass; through nine slices they come by nine.
    private static Tensor neighbourhoods(Tensor channelsLast, int size, int stride, int height, int width) {
        long outside = channelsLast.size(0) * channelsLast.size(1) * channelsLast.size(2);
        Tensor positions = channelsLast.reshape(outside, channelsLast.size(3));
        Tensor padded = torch.constant_pad_nd(positions, new long[] {0, 0, 0, 1}, new Scalar(0f)); // one row for all that is outside
        return torch.embedding(padded, Libtorch.tensor(places(channelsLast, size, stride, height, width)), outside, false, false);
    }

    private static long[] places(Tensor channelsLast, int size, int stride, int height, int width) {
        int count = (int) channelsLast.size(0);
        int rows = (int) channelsLast.size(1);
        int columns = (int) channelsLast.size(2);
        int pad = size / 2;
        long[] places = new long[count * height * width * size * size];
        int at = 0;
        for (int picture = 0; picture < count; picture++) {
            for (int place = 0; place < height * width; place++) {
                int top = place / width * stride - pad;
                int left = place % width * stride - pad;
                for (int tap = 0; tap < size * size; tap++) {
                    int row = top + tap / size;
                    int column = left + tap % size;
                    boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
                    places[at++] = inside ? ((long) picture * rows + row) * columns + column : (long) count * rows * columns;
                }
            }
        }
        return places;
    }
}
