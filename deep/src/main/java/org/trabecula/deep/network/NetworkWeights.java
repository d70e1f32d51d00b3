package org.trabecula.deep.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Optional;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// All numbers of one network, by torchvision's names, as 32-bit floats in row-major order. Immutable.
public final class NetworkWeights {
    private final NetworkArchitecture architecture;
    private final Map<String, float[]> values;
    private final boolean pretrained;
    private final String origin;

    /// Takes ownership of the arrays; they are checked to have the layout's sizes.
    ///
    /// @param values     by name, without `num_batches_tracked`
    /// @param pretrained whether these numbers were learnt from data before
    /// @param origin     for reports: a file's name, or how they were drawn
    public NetworkWeights(
            NetworkArchitecture architecture, Map<String, float[]> values, boolean pretrained, String origin) {
        this.architecture = architecture;
        this.pretrained = pretrained;
        this.origin = origin;
        Map<String, float[]> ordered = new LinkedHashMap<>();
        architecture.layout().forEach((name, shape) -> {
            if (!name.endsWith(NetworkArchitecture.BATCHES_TRACKED)) {
                float[] given = values.get(name);
                if (given == null || given.length != NetworkArchitecture.count(shape)) {
                    throw new IllegalArgumentException(name + " needs " + NetworkArchitecture.count(shape) + " values");
                }
                ordered.put(name, given);
            }
        });
        this.values = ordered;
    }

    /// Reads a file of weights; architecture, channels and classes follow from its tensors. torchvision's own head of a VGG is left out.
    ///
    /// @param stride where the bottleneck's stride is; empty: as the file's metadata say, else [BottleneckStride#CONV2]
    /// @throws org.trabecula.core.InputException WTS-… for the file, NET-001, NET-002, NET-005 for its content
    public static NetworkWeights load(Path file, Optional<BottleneckStride> stride) {
        return WeightsCheck.require(TensorFile.read(file), stride, file.toString());
    }

    public NetworkArchitecture architecture() {
        return architecture;
    }

    /// Whether these numbers were learnt from data before; random ones are said on every output.
    public boolean pretrained() {
        return pretrained;
    }

    /// Where the numbers come from, such as `resnet50.safetensors` or `random initialisation, seed 1`.
    public String origin() {
        return origin;
    }

    /// The names in torchvision's order, without `num_batches_tracked`.
    public Iterable<String> names() {
        return values.keySet();
    }

    /// The store itself, not a copy: kernels read it, nobody writes to it.
    ///
    /// @throws IllegalArgumentException if there is no such name
    public float[] values(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(architecture.label() + " has no tensor '" + name + "'"));
    }

    /// The store itself; empty if there is no such name.
    Optional<float[]> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The same network for one grey channel: the first kernel summed over its input channels, which gives the same
    /// output as the same picture in every channel. Itself when it has one channel already.
    public NetworkWeights withOneChannel() {
        if (architecture.inputChannels() == 1) {
            return this;
        }
        int channels = architecture.inputChannels();
        String first = architecture.firstConvolution() + ".weight";
        long[] shape = FoldedLayers.shapeOf(architecture.layout(), first);
        float[] all = values(first);
        float[] summed = new float[all.length / channels];
        int tap = (int) (shape[2] * shape[3]);
        for (int t = 0; t < summed.length; t++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += all[(t / tap * channels + c) * tap + t % tap];
            }
            summed[t] = (float) sum;
        }
        Map<String, float[]> changed = new LinkedHashMap<>(values);
        changed.put(first, summed);
        return new NetworkWeights(architecture.withInputChannels(1), changed, pretrained, origin);
    }

    /// The same backbone with a new head, drawn as [RandomInitialisation] draws it.
    public NetworkWeights withNewHead(int classes, long seed) {
        NetworkArchitecture target = architecture.withClasses(classes);
        Map<String, float[]> changed = new LinkedHashMap<>(values);
        changed.putAll(RandomInitialisation.head(target, seed));
        return new NetworkWeights(target, changed, pretrained, origin);
    }

    /// The tensors and what has to be known to use them, as PyTorch's safetensors reader loads them.
    public TensorFile toTensorFile() {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        architecture.layout().forEach((name, shape) -> tensors.put(
                name,
                name.endsWith(NetworkArchitecture.BATCHES_TRACKED)
                        ? StoredTensor.ofLongs(new long[] {0}, shape)
                        : StoredTensor.ofFloats(values(name), shape)));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt");
        metadata.put("architecture", architecture.label());
        metadata.putAll(architecture.metadata());
        metadata.put(WeightsCheck.SOURCE_KEY, origin);
        if (!pretrained) {
            metadata.put(WeightsCheck.RANDOM_KEY, "true");
        }
        return new TensorFile(tensors, metadata);
    }

    /// Writes safetensors in torchvision's layout.
    public void save(Path file) throws IOException {
        Safetensors.write(file, toTensorFile());
    }
}
