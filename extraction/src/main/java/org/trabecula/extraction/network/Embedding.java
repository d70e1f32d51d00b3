package org.trabecula.extraction.network;

import java.io.IOException;
import java.util.Arrays;
import org.trabecula.core.CancelledException;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.Embeddings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.PictureTensor;

/// A network's features of many pictures, as many at once as the network takes; what is finished is kept.
public final class Embedding {
    private Embedding() {}

    /// @param weights with as many channels as the pictures
    /// @param threads inside the network; the last digits of results belong to it
    /// @throws org.trabecula.core.InputException NET-004 if pictures and network do not fit
    /// @throws CancelledException if interrupted
    public static Embeddings of(
            PictureTensor pictures, NetworkWeights weights, int threads, StageStore store, Progress progress) throws IOException {
        int one = pictures.channels() * pictures.height() * pictures.width();
        int together = Embedder.picturesAtOnce(pictures.height(), pictures.width());
        float[][] features = new float[pictures.count()][];
        float[][] logits = new float[pictures.count()][];
        progress.stage("embeddings", pictures.count());
        try (Embedder embedder = new Embedder(weights, threads)) {
            String network = store.keeps() ? NetworkKey.of(weights) + ", " + threads + " threads" : "";
            EmbeddingStage stage = new EmbeddingStage(embedder, network);
            for (int from = 0; from < pictures.count(); from += together) {
                CancelledException.throwIfInterrupted();
                int to = Math.min(pictures.count(), from + together);
                Embeddings some = store.get(stage, new EmbeddingStage.Pictures(
                        Arrays.copyOfRange(pictures.values(), from * one, to * one), pictures.channels(), pictures.height(),
                        pictures.width()));
                for (int n = from; n < to; n++) {
                    features[n] = some.features()[n - from];
                    logits[n] = some.logits()[n - from];
                    progress.done(pictures.name(n));
                }
            }
        }
        return new Embeddings(features, logits);
    }
}
