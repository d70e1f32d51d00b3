package org.trabecula.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.trabecula.core.Hash;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.network.NetworkWeights;
import org.trabecula.extraction.network.EmbeddedRows;

/// A network on its way to the executors: the bytes of its file, and how crops for it are made. It travels once a job, and is read
/// once an executor.
final class SentNetwork implements Serializable {
    private static final long serialVersionUID = 1;
    /// Of this process, by content.
    private static final Map<String, EmbeddedRows> KNOWN = new ConcurrentHashMap<>();

    private final String key;
    private final byte[] weights;
    private final String ending;
    private final int sizePixels;
    private final double windowLowHu;
    private final double windowHighHu;
    private final double marginMm;

    /// @param weights a file of weights as `embed` reads it
    /// @param crop    stretched, of one slice, nothing blanked
    /// @throws org.trabecula.core.InputException WTS-…, NET-001, NET-002, NET-005 for what the file holds
    SentNetwork(Path weights, CropSettings crop) throws IOException {
        this.weights = Files.readAllBytes(weights);
        this.ending = "-" + weights.getFileName();
        this.sizePixels = crop.sizePixels();
        this.windowLowHu = crop.windowLowHu();
        this.windowHighHu = crop.windowHighHu();
        this.marginMm = crop.marginMm();
        this.key = Hash.sha256Hex(this.weights) + crop;
        KNOWN.put(key, new EmbeddedRows(NetworkWeights.load(weights, Optional.empty()), crop));
    }

    private CropSettings crop() {
        return new CropSettings(sizePixels, windowLowHu, windowHighHu, marginMm, CropSettings.Shape.STRETCHED, false, 0);
    }

    /// The network of this process; nothing native is loaded before it is used.
    EmbeddedRows rows() {
        return KNOWN.computeIfAbsent(key, _ -> read());
    }

    private EmbeddedRows read() {
        try {
            Path file = Files.createTempFile("trabecula-network", ending);
            try {
                return new EmbeddedRows(NetworkWeights.load(Files.write(file, weights), Optional.empty()), crop());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
