package org.trabecula.learn.exploration;

import org.trabecula.stats.Magnitude;

/// Whether a model that keeps a column's own unit can be fitted: the squares of its values must be numbers.
public final class ColumnSize {
    private ColumnSize() {}

    public static boolean canBeSquared(double[] values) {
        return Magnitude.unit(values) == 1;
    }
}
