package org.trabecula.radiomics.ibsi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.Mask;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;

/// Reads the IBSI's images; some do not say where in a patient they lie.
public final class Phantom {
    private Phantom() {}

    public static Volume image(Path file) {
        try {
            return StandardFormats.ALL.open(file, Placement.ASSUME_LPS).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Label 1, on an image's grid.
    public static Mask mask(Path file, Grid image) {
        try {
            return GridComparison.place(StandardFormats.ALL.labels(file, Placement.ASSUME_LPS).mask(1), image, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
