package org.trabecula.deep.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.deep.weights.LazyFloats;

/// A network in native memory whose numbers can change: every tensor stands by itself and gradients flow to it.
///
/// Not for several threads at once. Close it to free its memory. All methods are to be called within [Libtorch#computing].
public final class TrainableNetwork implements AutoCloseable {
    private final NetworkArchitecture architecture;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, TensorOptional> optionals = new HashMap<>();
    private final TensorOptional noBias;
    private final NetworkGraph graph;
    private Set<String> learningNorms = Set.of();
    private double normMomentum;
    private double embeddingScale = 1;

    public TrainableNetwork(NetworkWeights weights) {
        this.architecture = weights.architecture();
        Map<String, long[]> layout = architecture.layout();
        try (PointerScope _ = new PointerScope()) {
            for (String name : weights.names()) {
                long[] shape = layout.get(name);
                if (shape == null) {
                    throw new IllegalArgumentException("no tensor " + name);
                }
                Tensor values = Libtorch.tensor(weights.values(name), shape);
                Tensor tensor = Libtorch.keep(shape.length == 4 ? TrainedConvolution.inOrder(values) : values);
                tensors.put(name, tensor);
                if (shape.length == 1) {
                    optionals.put(name, Libtorch.keep(new TensorOptional(tensor)));
                }
            }
            noBias = Libtorch.keep(new TensorOptional());
        }
        this.graph = NetworkGraph.of(architecture, new Layers());
    }

    public NetworkArchitecture architecture() {
        return architecture;
    }

    public NetworkGraph graph() {
        return graph;
    }

    /// The tensor itself, which this network owns; changing it in place changes the network.
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(architecture.label() + " has no tensor '" + name + "'");
        }
        return tensor;
    }

    /// Every name that gradients can reach: all but the running statistics, in torchvision's order.
    public List<String> parameters() {
        return tensors.keySet().stream().filter(name -> !name.contains(".running_")).toList();
    }

    /// Lets gradients flow to exactly these parameters.
    public void learn(Set<String> parameters) {
        for (String name : parameters()) {
            tensor(name).set_requires_grad(parameters.contains(name));
        }
    }

    /// Makes these BatchNorms use their batch's own statistics and move their running statistics by `momentum`; all others
    /// use their running statistics and leave them.
    ///
    /// @param norms names such as `layer1.0.bn2`
    public void normaliseByBatch(Set<String> norms, double momentum) {
        learningNorms = Set.copyOf(norms);
        normMomentum = momentum;
    }

    /// All BatchNorms, in torchvision's order.
    public List<String> norms() {
        return tensors.keySet().stream()
                .filter(name -> name.endsWith(".running_mean"))
                .map(name -> name.substring(0, name.length() - ".running_mean".length()))
                .toList();
    }

    /// From now on the head sees embeddings times `factor`. [#weights] makes the factor part of the head's weight, so the network it
    /// gives answers the same without it.
    public void scaleEmbedding(double factor) {
        embeddingScale = factor;
    }

    public double embeddingScale() {
        return embeddingScale;
    }

    /// A copy of every tensor as it is now, without the embedding's factor.
    public Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (PointerScope _ = new PointerScope()) {
            tensors.forEach((name, tensor) -> values.put(name, Libtorch.floats(tensor)));
        }
        return values;
    }

    /// Every tensor as it is when it is asked for, without the embedding's factor.
    public Map<String, LazyFloats> lazyValues() {
        Map<String, LazyFloats> values = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> values.put(name, Libtorch.lazyFloats(tensor)));
        return values;
    }

    /// The network as it is now.
    public NetworkWeights weights(boolean pretrained, String origin) {
        Map<String, float[]> values = values();
        float[] head = values.getOrDefault(architecture.head() + ".weight", new float[0]);
        for (int t = 0; t < head.length; t++) {
            head[t] = (float) (head[t] * embeddingScale);
        }
        return new NetworkWeights(architecture, values, pretrained, origin);
    }

    private TensorOptional optional(String name) {
        TensorOptional optional = optionals.get(name);
        if (optional == null) {
            throw new IllegalArgumentException("no vector " + name);
        }
        return optional;
    }

    private final class Layers implements NetworkGraph.Layers {
        @Override
        public Tensor convolve(
                String convolution, Tensor x, int size, int stride, @Nullable Tensor shortcut, boolean relu) {
            Tensor kernel = tensor(convolution + ".weight");
            TensorOptional bias = optionals.getOrDefault(convolution + ".bias", noBias);
            Optional<String> norm = architecture.normOf(convolution);
            Tensor out;
            if (norm.isEmpty()) {
                out = TrainedConvolution.of(x, kernel, bias, size, stride);
            } else if (learningNorms.contains(norm.get())) {
                out = normalised(norm.get(), TrainedConvolution.of(x, kernel, bias, size, stride), true);
            } else if (Libtorch.convolvesByProducts()) {
                out = normalised(norm.get(), TrainedConvolution.of(x, kernel, bias, size, stride), false);
            } else {
                out = normalisedWithin(convolution, norm.get(), x, kernel, size, stride);
            }
            if (shortcut != null) {
                out = out.add_(shortcut);
            }
            return relu ? out.relu_() : out;
        }

        /// A pass over the pictures of its own.
        ///
        /// @param byBatch by the batch's own statistics, not the running ones
        private Tensor normalised(String norm, Tensor convolved, boolean byBatch) {
            return torch.batch_norm(
                    convolved,
                    optional(norm + ".weight"),
                    optional(norm + ".bias"),
                    optional(norm + ".running_mean"),
                    optional(norm + ".running_var"),
                    byBatch,
                    normMomentum,
                    FoldedLayers.EPSILON,
                    false);
        }

        /// γ (w∗x − μ) / √(σ² + ε) + β as the one convolution (s w) ∗ x + (β − s μ), s = γ / √(σ² + ε): the same function and
        /// the same gradients of w, γ and β, without a pass over the pictures. A bias b of the convolution adds s b. Faster with oneDNN; as a
        /// product of matrices the passes over the kernels cost more than those over the pictures, which are small.
        private Tensor normalisedWithin(
                String convolution, String norm, Tensor x, Tensor kernel, int size, int stride) {
            Tensor scale = tensor(norm + ".running_var")
                    .add(new Scalar(FoldedLayers.EPSILON))
                    .rsqrt()
                    .mul(tensor(norm + ".weight"));
            Tensor shift = tensor(norm + ".bias").sub(tensor(norm + ".running_mean").mul(scale));
            Tensor own = tensors.get(convolution + ".bias");
            if (own != null) {
                shift = shift.add(own.mul(scale));
            }
            return TrainedConvolution.of(x, kernel.mul(scale.view(-1, 1, 1, 1)), new TensorOptional(shift), size, stride);
        }

        @Override
        public Tensor enter(Tensor stem) {
            return TrainedConvolution.inOrder(stem);
        }

        @Override
        public Tensor leave(Tensor channels) {
            return channels;
        }

        @Override
        public Tensor head(Tensor embedding) {
            Tensor scaled = embeddingScale == 1 ? embedding : embedding.mul(new Scalar(embeddingScale));
            return torch.linear(scaled, tensor(architecture.head() + ".weight"), optional(architecture.head() + ".bias"));
        }
    }

    @Override
    public void close() {
        optionals.values().forEach(TensorOptional::deallocate);
        tensors.values().forEach(Tensor::deallocate);
        noBias.deallocate();
        optionals.clear();
        tensors.clear();
    }
}
