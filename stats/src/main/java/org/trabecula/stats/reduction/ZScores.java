package org.trabecula.stats.reduction;

import java.util.stream.IntStream;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Moments;

/// z = (x − mean) / sd, column by column, both of the rows it was fitted on.
public final class ZScores {
    private final double[] means;
    private final double[] sds;

    private ZScores(double[] means, double[] sds) {
        this.means = means;
        this.sds = sds;
    }

    /// @param ddof 1 divides the squares by n − 1 (R's `scale`), 0 by n (scikit-learn, glmnet)
    public static ZScores fit(Matrix x, int ddof) {
        if (ddof != 0 && ddof != 1) {
            throw new IllegalArgumentException("ddof is 0 or 1, got " + ddof);
        }
        double[] means = new double[x.columns()];
        double[] sds = new double[x.columns()];
        for (int j = 0; j < means.length; j++) {
            double[] column = x.column(j);
            means[j] = Moments.mean(column);
            sds[j] = Moments.sd(column, ddof);
        }
        return new ZScores(means, sds);
    }

    /// Any rows on the fitted scale. A column that was constant has no scale: its values are only centred, 0 for the
    /// value it had (as scikit-learn; R gives NaN). [#constantColumns] lists them.
    public Matrix transform(Matrix x) {
        if (x.columns() != means.length) {
            throw new IllegalArgumentException("fitted on " + means.length + " columns, got " + x.columns());
        }
        double[] z = new double[x.values().length];
        for (int j = 0; j < means.length; j++) {
            double[] column = of(x.column(j), means[j], sds[j] == 0 ? 1 : sds[j]);
            System.arraycopy(column, 0, z, x.offset(j), column.length);
        }
        return new Matrix(x.rows(), x.columns(), z);
    }

    /// (x − mean) / sd of every value.
    public static double[] of(double[] values, double mean, double sd) {
        double[] z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (values[i] - mean) / sd;
        }
        return z;
    }

    /// Numbers of the columns with a single value.
    public int[] constantColumns() {
        return IntStream.range(0, sds.length).filter(j -> sds[j] == 0).toArray();
    }

    public double[] means() {
        return means.clone();
    }

    /// Standard deviations; 0 for constant columns.
    public double[] sds() {
        return sds.clone();
    }
}
