package org.trabecula.study.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.finetune.FineTuned;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.network.PictureTensor;
import org.trabecula.extraction.network.Crops;
import org.trabecula.extraction.network.Embedding;
import org.trabecula.table.FeatureTable;

/// A network as the protocol left it.
///
/// @param weights one input channel
/// @param origin  where the weights come from, as printed on every output
/// @param steps   how it was trained here; empty for one that was not, or that was read from a bundle
public record FittedNetwork(NetworkWeights weights, String origin, Optional<FineTuned.Steps> steps) {
    /// One that was not trained here.
    public FittedNetwork(NetworkWeights weights, String origin) {
        this(weights, origin, Optional.empty());
    }

    /// Threads inside the network. The last digits of an embedding belong to this number, so it is fixed, whatever
    /// `--jobs` is.
    public static final int THREADS = 1;

    /// Average-pooling features of the given cases (P18): columns `dtl_0001` ….
    ///
    /// @param store where finished embeddings are kept, by the content of network and crops
    public FeatureTable embed(Crops crops, List<String> caseIds, StageStore store) {
        if (caseIds.isEmpty()) {
            return new FeatureTable(List.of(), names(), new double[weights.architecture().features()][0]);
        }
        Crop first = crops.of(caseIds.getFirst());
        PictureTensor pictures = new PictureTensor(
                crops.pixels(caseIds), first.channels(), first.sizePixels(), first.sizePixels(), caseIds);
        float[][] features = embedded(pictures, store);
        double[][] columns = new double[features[0].length][caseIds.size()];
        for (int row = 0; row < features.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = features[row][column];
            }
        }
        return new FeatureTable(caseIds, names(), columns);
    }

    private float[][] embedded(PictureTensor pictures, StageStore store) {
        try {
            return Embedding.of(pictures, weights, THREADS, store, Progress.NONE).features();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The features that [#embed] gives.
    public List<String> names() {
        return weights.architecture().featureNames();
    }
}
