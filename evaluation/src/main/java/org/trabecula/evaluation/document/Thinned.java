package org.trabecula.evaluation.document;

import java.util.stream.IntStream;

/// Which points of a long curve are written: all of a short one, evenly chosen ones of a long one, both ends always.
///
/// A curve of a million rows has a million points, of which no eye and no paper takes more than some thousands.
public final class Thinned {
    /// Most points of a curve in a document or table.
    public static final int IN_TABLES = 5000;

    /// Most points of a curve in a figure.
    public static final int IN_FIGURES = 1000;

    private Thinned() {}

    /// Ascending, without repeats.
    ///
    /// @param size of the curve
    /// @param most points that are kept, at least 2
    public static int[] indices(int size, int most) {
        return size <= most
                ? IntStream.range(0, size).toArray()
                : IntStream.range(0, most).map(k -> (int) ((long) k * (size - 1) / (most - 1))).toArray();
    }
}
