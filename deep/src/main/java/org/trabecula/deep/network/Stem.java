package org.trabecula.deep.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.trabecula.deep.torch.Libtorch;

/// The first convolution and its BatchNorm, where there is one, one after the other, for use only; owns its tensors.
final class Stem implements AutoCloseable {
    private static final long[] UNDILATED = {1, 1};

    private final Tensor kernel;
    private final TensorOptional bias;
    /// Weight, bias, running mean and running variance.
    private final List<TensorOptional> norm = new ArrayList<>();

    Stem(NetworkWeights weights) {
        NetworkArchitecture architecture = weights.architecture();
        String convolution = architecture.firstConvolution();
        Map<String, long[]> layout = architecture.layout();
        try (PointerScope _ = new PointerScope()) {
            long[] shape = FoldedLayers.shapeOf(layout, convolution + ".weight");
            kernel = Libtorch.keep(Libtorch.tensor(weights.values(convolution + ".weight"), shape));
            bias = Libtorch.keep(
                    layout.containsKey(convolution + ".bias") ? vector(weights, convolution + ".bias") : new TensorOptional());
            architecture.normOf(convolution).ifPresent(name -> {
                for (String part : new String[] {"weight", "bias", "running_mean", "running_var"}) {
                    norm.add(Libtorch.keep(vector(weights, name + "." + part)));
                }
            });
        }
    }

    private static TensorOptional vector(NetworkWeights weights, String name) {
        float[] values = weights.values(name);
        return new TensorOptional(Libtorch.tensor(values, values.length));
    }

    /// Row-major pictures to row-major channels, before the ReLU.
    Tensor apply(Tensor pictures, int size, int stride) {
        long[] strides = {stride, stride};
        long[] padding = {size / 2, size / 2};
        Tensor convolved = torch.conv2d(pictures, kernel, bias, strides, padding, UNDILATED, 1);
        return norm.isEmpty()
                ? convolved
                : torch.batch_norm(
                        convolved, norm.get(0), norm.get(1), norm.get(2), norm.get(3), false, 0, FoldedLayers.EPSILON, false);
    }

    @Override
    public void close() {
        kernel.deallocate();
        bias.deallocate();
        norm.forEach(TensorOptional::deallocate);
    }
}
