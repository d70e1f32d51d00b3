package org.trabecula.extraction.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trabecula.core.Stage;
import org.trabecula.core.StageKey;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.Embeddings;
import org.trabecula.deep.weights.Safetensors;
import org.trabecula.deep.weights.StoredTensor;
import org.trabecula.deep.weights.TensorFile;

/// Embeddings of pictures that pass the network together, kept under their pixels, the network, and its threads.
final class EmbeddingStage implements Stage<EmbeddingStage.Pictures, Embeddings> {
    private final Embedder embedder;
    private final String network;

    /// Some pictures of one size.
    record Pictures(float[] values, int channels, int height, int width) {}

    /// @param network key of the weights, with the threads inside
    EmbeddingStage(Embedder embedder, String network) {
        this.embedder = embedder;
        this.network = network;
    }

    @Override
    public String name() {
        return "embeddings";
    }

    @Override
    public StageKey key(Pictures input) {
        return StageKey.of("embedding")
                .and("pictures", NetworkKey.of(input.values(), 0, input.values().length))
                .and("size", input.channels() + " x " + input.height() + " x " + input.width())
                .and("network", network)
                .and("version", NetworkKey.CODE);
    }

    @Override
    public Embeddings compute(Pictures input) {
        return embedder.embed(input.values(), input.channels(), input.height(), input.width());
    }

    @Override
    public Form<Embeddings> form() {
        return Tensors.FORM;
    }

    private enum Tensors implements Form<Embeddings> {
        FORM;

        @Override
        public String ending() {
            return ".safetensors";
        }

        @Override
        public void write(Embeddings result, Path file) throws IOException {
            Safetensors.write(
                    file,
                    TensorFile.of(
                            Map.of(), Map.entry("features", stored(result.features())),
                            Map.entry("logits", stored(result.logits()))));
        }

        private static StoredTensor stored(float[][] rows) {
            float[] all = new float[rows.length * rows[0].length];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, all, row * rows[0].length, rows[0].length);
            }
            return StoredTensor.ofFloats(all, rows.length, rows[0].length);
        }

        @Override
        public Embeddings read(Path file) throws IOException {
            TensorFile content = TensorFile.read(file);
            return new Embeddings(rows(content, "features", file), rows(content, "logits", file));
        }

        private static float[][] rows(TensorFile content, String name, Path file) throws IOException {
            StoredTensor tensor = content.tensors().get(name);
            if (tensor == null || tensor.shape().length != 2) {
                throw new IOException(file + " holds no embeddings");
            }
            float[] all = tensor.toFloats();
            int columns = (int) tensor.shape()[1];
            float[][] rows = new float[(int) tensor.shape()[0]][columns];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(all, row * columns, rows[row], 0, columns);
            }
            return rows;
        }
    }
}
