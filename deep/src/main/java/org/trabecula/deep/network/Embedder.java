package org.trabecula.deep.network;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.trabecula.core.CancelledException;
import org.trabecula.deep.DeepProblem;
import org.trabecula.deep.torch.Libtorch;

/// Turns pictures into embeddings with one network (P18). Close it to free its native memory.
///
/// Pictures pass in batches of a fixed size, the last one filled up with zeros, so that a picture's embedding does not
/// depend on which pictures came with it.
public final class Embedder implements AutoCloseable {
    /// Crops of 64 pixels pass fastest so: 126, 91 and 85 ms for 32 of them in batches of 8, 16 and 32.
    private static final int MOST = 32;
    /// Pixels of a batch, for memory; larger pictures come in smaller batches, down to one.
    private static final int BATCH_PIXELS = 8 * 256 * 256;

    private final NetworkArchitecture architecture;
    private final int threads;
    private final FoldedLayers layers;
    private final NetworkGraph graph;

    /// @param threads inside the network; the last digits of results belong to it
    public Embedder(NetworkWeights weights, int threads) {
        this.architecture = weights.architecture();
        this.threads = threads;
        this.layers = Libtorch.computing(threads, () -> new FoldedLayers(weights));
        this.graph = NetworkGraph.of(architecture, layers);
    }

    public NetworkArchitecture architecture() {
        return architecture;
    }

    /// @param pictures N × C × height × width, row-major; C as the network's
    /// @throws org.trabecula.core.InputException NET-004 if the channels differ, the pictures are too small for the network, or a value is no
    ///     finite number
    /// @throws CancelledException if interrupted; between batches, and between the blocks of one
    public Embeddings embed(float[] pictures, int channels, int height, int width) {
        int one = requireFit(pictures, channels, height, width);
        int count = pictures.length / one;
        float[][] features = new float[count][];
        float[][] logits = new float[count][];
        int size = picturesAtOnce(height, width);
        for (int from = 0; from < count; from += size) {
            int to = Math.min(count, from + size);
            float[] batch = Arrays.copyOf(Arrays.copyOfRange(pictures, from * one, to * one), size * one);
            int first = from;
            Libtorch.computing(threads, () -> {
                embedBatch(batch, new long[] {size, channels, height, width}, first, features, logits);
                return Boolean.TRUE;
            });
        }
        return new Embeddings(features, logits);
    }

    /// How many pictures pass together; of their size alone.
    public static int picturesAtOnce(int height, int width) {
        return Math.clamp(BATCH_PIXELS / ((long) height * width), 1, MOST);
    }

    private void embedBatch(float[] batch, long[] shape, int first, float[][] features, float[][] logits) {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor embedding = graph.embed(Libtorch.tensor(batch, shape));
            float[] all = Libtorch.floats(embedding);
            float[] out = architecture.classes() == 0 ? new float[0] : Libtorch.floats(graph.head(embedding));
            for (int n = 0; n < shape[0] && first + n < features.length; n++) {
                features[first + n] = row(all, n, architecture.features());
                logits[first + n] = row(out, n, architecture.classes());
            }
        }
    }

    private static float[] row(float[] all, int row, int length) {
        return Arrays.copyOfRange(all, row * length, (row + 1) * length);
    }

    /// Values of one picture.
    private int requireFit(float[] pictures, int channels, int height, int width) {
        if (channels != architecture.inputChannels()) {
            throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                    "input",
                    channels + " channels",
                    architecture.inputChannels() + ", as " + architecture.firstConvolution() + ".weight of the network has",
                    "give pictures with as many channels, or weights for " + channels);
        }
        architecture.requireLargeEnough(Math.min(height, width), "input");
        int one = Math.multiplyExact(channels, Math.multiplyExact(height, width));
        if (one == 0 || pictures.length % one != 0) {
            throw new IllegalArgumentException(
                    pictures.length + " values are no pictures of " + channels + " × " + height + " × " + width);
        }
        for (int t = 0; t < pictures.length; t++) {
            if (!Float.isFinite(pictures[t])) {
                throw DeepProblem.INPUT_DOES_NOT_FIT.refuse(
                        "input, picture " + t / one,
                        "the value " + pictures[t],
                        "finite numbers",
                        "look at the picture's source; a crop of finite voxels is finite");
            }
        }
        return one;
    }

    @Override
    public void close() {
        layers.close();
    }
}
