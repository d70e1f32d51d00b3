package org.trabecula.extraction.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Progress;
import org.trabecula.core.StageStore;
import org.trabecula.core.Version;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.network.Embedder;
import org.trabecula.deep.network.Embeddings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.deep.torch.Libtorch;
import org.trabecula.extraction.feature.CaseRow;
import org.trabecula.extraction.feature.ExtractedRows;
import org.trabecula.extraction.feature.Recipe;
import org.trabecula.extraction.feature.RowNames;
import org.trabecula.extraction.region.CaseOpener;
import org.trabecula.image.Grid;

/// A network's features as rows by case, for who asks for a few cases at a time, again and again and from several threads; [Crops] and
/// [Embedding] are for many at once, and give the same numbers. The network runs on one thread.
///
/// Each thread that asks has a network of its own meanwhile; they are kept for the next ones, for making one takes longer than some cases.
public final class EmbeddedRows implements AutoCloseable {
    private static final String CODE = Version.ofCode(Version.class, Grid.class, Embedder.class, EmbeddedRows.class);
    private static final int THREADS = 1;

    private final NetworkWeights weights;
    private final CropSettings settings;
    private final RowNames names;
    private final String network;
    private final Queue<Embedder> idle = new ConcurrentLinkedQueue<>();

    /// Nothing native is loaded yet.
    ///
    /// @param weights for three channels meet crops of one by summing, as in `embed`
    public EmbeddedRows(NetworkWeights weights, CropSettings settings) {
        this.weights = settings.channels() == 1 ? weights.withOneChannel() : weights;
        this.settings = settings;
        this.names = new RowNames(List.of(), weights.architecture().featureNames());
        this.network = NetworkKey.of(this.weights);
    }

    /// Asks, without loading anything, whether the network's library is there.
    ///
    /// @throws org.trabecula.core.InputException NET-011 where it is not
    public static void requireLibrary() {
        Libtorch.requirePresent();
    }

    /// By what the rows are made.
    public Recipe recipe(CaseOpener opener) {
        return new Recipe(
                "network " + network + ", threads " + THREADS + ", " + settings + ", " + opener.placement(),
                opener.choice().text(Optional.empty()), CODE);
    }

    /// Crops every case and passes the crops through the network. A case that cannot be cropped never stops the others.
    ///
    /// @throws org.trabecula.core.InputException NET-003, NET-004, NET-010, NET-011
    public ExtractedRows rows(List<VertebraCase> cases, CaseOpener opener) {
        Crops crops = Crops.of(cases, settings, StageStore.none(), opener, 1, Progress.NONE);
        List<String> ids = List.copyOf(crops.all().keySet());
        List<CaseRow> rows = new ArrayList<>();
        if (!ids.isEmpty()) {
            Embeddings embeddings = embeddings(crops.pixels(ids));
            for (int at = 0; at < ids.size(); at++) {
                rows.add(new CaseRow(ids.get(at), names, List.of(), doubles(embeddings.features()[at])));
            }
        }
        return new ExtractedRows(rows, crops.failures());
    }

    private Embeddings embeddings(float[] pixels) {
        Embedder own = idle.poll();
        Embedder embedder = own == null ? new Embedder(weights, THREADS) : own;
        try {
            return embedder.embed(pixels, settings.channels(), settings.sizePixels(), settings.sizePixels());
        } finally {
            idle.add(embedder);
        }
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int at = 0; at < wide.length; at++) {
            wide[at] = values[at];
        }
        return wide;
    }

    /// Frees the networks that nobody uses.
    @Override
    public void close() {
        for (Embedder one = idle.poll(); one != null; one = idle.poll()) {
            one.close();
        }
    }
}
