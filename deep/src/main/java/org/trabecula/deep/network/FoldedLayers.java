package org.trabecula.deep.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.trabecula.deep.torch.Libtorch;

/// Layers for use only: each BatchNorm but the first is folded into the convolution before it.
///
/// ```
/// γ (w∗x − μ) / √(σ² + ε) + β  =  (s w) ∗ x + (β − s μ),   s = γ / √(σ² + ε)
/// ```
///
/// γ weight, β bias, μ running mean, σ² running variance, ε = 1e-5. The fold is computed in 64 bits and rounded once. A convolution with
/// a bias b of its own (VGG) adds s b; one without a BatchNorm is left as it is.
/// Only the first BatchNorm stays by itself: on an even picture the 147 taps of a ResNet's first kernel nearly cancel, and rounding the
/// scaled taps took embeddings 6e-6 of their norm away from the exact ones where 2e-6 is what 32 bits cost.
final class FoldedLayers implements NetworkGraph.Layers, AutoCloseable {
    static final double EPSILON = 1e-5;

    private final String first;
    private final Stem stem;
    private final Map<String, FoldedConvolution> convolutions = new HashMap<>();
    private final @Nullable Head head;

    FoldedLayers(NetworkWeights weights) {
        NetworkArchitecture architecture = weights.architecture();
        Map<String, long[]> layout = architecture.layout();
        first = architecture.firstConvolution();
        stem = new Stem(weights);
        layout.forEach((name, shape) -> {
            if (shape.length == 4 && !name.equals(first + ".weight")) {
                String convolution = name.substring(0, name.length() - ".weight".length());
                convolutions.put(convolution, fold(weights, convolution, shape));
            }
        });
        head = architecture.classes() == 0 ? null : Head.of(weights, architecture.head());
    }

    /// The linear layer to the logits; owns its tensors.
    private record Head(Tensor weight, TensorOptional bias) {
        static Head of(NetworkWeights weights, String name) {
            Map<String, long[]> layout = weights.architecture().layout();
            try (PointerScope _ = new PointerScope()) {
                Tensor weight = Libtorch.keep(
                        Libtorch.tensor(weights.values(name + ".weight"), shapeOf(layout, name + ".weight")));
                return new Head(
                        weight,
                        Libtorch.keep(new TensorOptional(
                                Libtorch.tensor(weights.values(name + ".bias"), shapeOf(layout, name + ".bias")))));
            }
        }
    }

    static long[] shapeOf(Map<String, long[]> layout, String name) {
        long[] shape = layout.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return shape;
    }

    private static FoldedConvolution fold(NetworkWeights weights, String convolution, long[] shape) {
        float[] kernel = weights.values(convolution + ".weight");
        Optional<float[]> own = weights.find(convolution + ".bias");
        Optional<String> found = weights.architecture().normOf(convolution);
        if (found.isEmpty()) {
            return new FoldedConvolution(kernel, shape, own.orElseGet(() -> new float[(int) shape[0]]));
        }
        String norm = found.get();
        float[] gamma = weights.values(norm + ".weight");
        float[] beta = weights.values(norm + ".bias");
        float[] mean = weights.values(norm + ".running_mean");
        float[] variance = weights.values(norm + ".running_var");
        float[] folded = new float[kernel.length];
        float[] bias = new float[gamma.length];
        int perChannel = kernel.length / gamma.length;
        for (int c = 0; c < gamma.length; c++) {
            double scale = gamma[c] / Math.sqrt(variance[c] + EPSILON);
            double shift = own.isPresent() ? (double) mean[c] - own.get()[c] : mean[c];
            bias[c] = (float) (beta[c] - scale * shift);
            for (int t = c * perChannel; t < (c + 1) * perChannel; t++) {
                folded[t] = (float) (scale * kernel[t]);
            }
        }
        return new FoldedConvolution(folded, shape, bias);
    }

    @Override
    public Tensor enter(Tensor stem) {
        return Libtorch.hasBlockedLayout() ? stem.to_mkldnn() : stem;
    }

    @Override
    public Tensor leave(Tensor channels) {
        return Libtorch.hasBlockedLayout() ? channels.to_dense() : channels;
    }

    @Override
    public Tensor convolve(
            String convolution, Tensor x, int size, int stride, @Nullable Tensor shortcut, boolean relu) {
        if (convolution.equals(first)) {
            return stem.apply(x, size, stride).relu_();
        }
        FoldedConvolution layer = convolutions.get(convolution);
        if (layer == null) {
            throw new IllegalArgumentException("no convolution " + convolution);
        }
        Tensor out = layer.apply(x, size, stride);
        if (shortcut != null) {
            out = out.add_(shortcut);
        }
        return relu ? out.relu_() : out;
    }

    @Override
    public Tensor head(Tensor embedding) {
        if (head == null) {
            throw new IllegalStateException("the network has no head");
        }
        return torch.linear(embedding, head.weight(), head.bias());
    }

    @Override
    public void close() {
        stem.close();
        convolutions.values().forEach(FoldedConvolution::close);
        convolutions.clear();
        if (head != null) {
            head.weight().deallocate();
            head.bias().deallocate();
        }
    }
}
