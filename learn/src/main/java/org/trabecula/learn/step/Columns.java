package org.trabecula.learn.step;

import org.trabecula.stats.Matrix;
import org.trabecula.table.FeatureTable;

/// A feature table as the statistics see it.
public final class Columns {
    private Columns() {}

    /// Rows are cases, columns features; a copy.
    public static Matrix matrix(FeatureTable table) {
        int rows = table.rows();
        double[] values = new double[Math.multiplyExact(rows, table.names().size())];
        for (int column = 0; column < table.names().size(); column++) {
            System.arraycopy(table.column(column), 0, values, column * rows, rows);
        }
        return new Matrix(rows, table.names().size(), values);
    }
}
