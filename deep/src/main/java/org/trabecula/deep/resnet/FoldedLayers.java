package org.trabecula.deep.resnet;

import java.util.HashMap;
import java.util.Map;
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
/// γ weight, β bias, μ running mean, σ² running variance, ε = 1e-5. The fold is computed in 64 bits and rounded once.
/// Only the stem's BatchNorm stays by itself: on an even picture the 147 taps of its kernel nearly cancel, and rounding the
/// scaled taps took embeddings 6e-6 of their norm away from the exact ones where 2e-6 is what 32 bits cost.
final class FoldedLayers implements ResNetGraph.Layers, AutoCloseable {
    static final double EPSILON = 1e-5;

    private static final String STEM = "conv1";

    private final Stem stem;
    private final Map<String, FoldedConvolution> convolutions = new HashMap<>();
    private final Tensor headWeight;
    private final TensorOptional headBias;

    FoldedLayers(ResNetWeights weights) {
        Map<String, long[]> layout = weights.architecture().layout();
        stem = new Stem(weights, shapeOf(layout, STEM + ".weight"));
        layout.forEach((name, shape) -> {
            if (shape.length == 4 && !name.equals(STEM + ".weight")) {
                String convolution = name.substring(0, name.length() - ".weight".length());
                convolutions.put(convolution, fold(weights, convolution, shape));
            }
        });
        try (PointerScope _ = new PointerScope()) {
            headWeight = Libtorch.keep(Libtorch.tensor(weights.values("fc.weight"), shapeOf(layout, "fc.weight")));
            headBias = Libtorch.keep(new TensorOptional(
                    Libtorch.tensor(weights.values("fc.bias"), shapeOf(layout, "fc.bias"))));
        }
    }

    private static long[] shapeOf(Map<String, long[]> layout, String name) {
        long[] shape = layout.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return shape;
    }

    /// The BatchNorm of `layer1.0.conv2` is `layer1.0.bn2`, that of `layer1.0.downsample.0` is `layer1.0.downsample.1`.
    static String normOf(String convolution) {
        return convolution.endsWith("downsample.0")
                ? convolution.substring(0, convolution.length() - 1) + "1"
                : convolution.replace("conv", "bn");
    }

    private static FoldedConvolution fold(ResNetWeights weights, String convolution, long[] shape) {
        String norm = normOf(convolution);
        float[] kernel = weights.values(convolution + ".weight");
        float[] gamma = weights.values(norm + ".weight");
        float[] beta = weights.values(norm + ".bias");
        float[] mean = weights.values(norm + ".running_mean");
        float[] variance = weights.values(norm + ".running_var");
        float[] folded = new float[kernel.length];
        float[] bias = new float[gamma.length];
        int perChannel = kernel.length / gamma.length;
        for (int c = 0; c < gamma.length; c++) {
            double scale = gamma[c] / Math.sqrt(variance[c] + EPSILON);
            bias[c] = (float) (beta[c] - scale * mean[c]);
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
            String convolution, String norm, Tensor x, int size, int stride, @Nullable Tensor shortcut, boolean relu) {
        if (convolution.equals(STEM)) {
            return stem.apply(x).relu_();
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
        return torch.linear(embedding, headWeight, headBias);
    }

    @Override
    public void close() {
        stem.close();
        convolutions.values().forEach(FoldedConvolution::close);
        convolutions.clear();
        headWeight.deallocate();
        headBias.deallocate();
    }
}
