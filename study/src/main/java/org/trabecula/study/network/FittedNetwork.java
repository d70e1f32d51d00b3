package org.trabecula.study.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.deep.crop.Crop;
import org.trabecula.deep.resnet.Embedder;
import org.trabecula.deep.resnet.ResNetWeights;
import org.trabecula.extraction.network.Crops;
import org.trabecula.table.FeatureTable;

/// A network as the protocol left it.
///
/// @param weights one input channel
/// @param origin  where the weights come from, as printed on every output
public record FittedNetwork(ResNetWeights weights, String origin) {
    /// Threads inside the network. The last digits of an embedding belong to this number, so it is fixed, whatever
    /// `--jobs` is.
    public static final int THREADS = 1;

    /// Average-pooling features of the given cases (P18): columns `dtl_0001` ….
    public FeatureTable embed(Crops crops, List<String> caseIds) {
        if (caseIds.isEmpty()) {
            return new FeatureTable(List.of(), names(), new double[weights.architecture().depth().features()][0]);
        }
        Crop first = crops.of(caseIds.getFirst());
        try (Embedder embedder = new Embedder(weights, THREADS)) {
            float[][] features = embedder
                    .embed(crops.pixels(caseIds), first.channels(), first.sizePixels(), first.sizePixels())
                    .features();
            double[][] columns = new double[features[0].length][caseIds.size()];
            for (int row = 0; row < features.length; row++) {
                for (int column = 0; column < columns.length; column++) {
                    columns[column][row] = features[row][column];
                }
            }
            return new FeatureTable(caseIds, names(), columns);
        }
    }

    /// The features that [#embed] gives.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int feature = 1; feature <= weights.architecture().depth().features(); feature++) {
            names.add(String.format(Locale.ROOT, "dtl_%04d", feature));
        }
        return names;
    }
}
