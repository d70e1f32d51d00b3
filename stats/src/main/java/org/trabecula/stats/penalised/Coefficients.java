package org.trabecula.stats.penalised;

import java.util.Arrays;
import org.trabecula.stats.Matrix;

/// One solution: intercept and the coefficients that differ from zero, on the scale of the columns as given.
public final class Coefficients {
    private final double intercept;
    private final int[] columns;
    private final double[] values;

    /// Takes ownership of the arrays.
    ///
    /// @param columns rising column numbers, from 0
    /// @param values  one coefficient for each
    Coefficients(double intercept, int[] columns, double[] values) {
        this.intercept = intercept;
        this.columns = columns;
        this.values = values;
    }

    /// 0 for a model without intercept.
    public double intercept() {
        return intercept;
    }

    /// How many coefficients differ from zero.
    public int count() {
        return columns.length;
    }

    /// A copy of the columns with a coefficient, rising, from 0.
    public int[] columns() {
        return columns.clone();
    }

    /// A copy of the coefficients, in the order of [#columns].
    public double[] values() {
        return values.clone();
    }

    /// The coefficient of a column; 0 where it was not chosen.
    public double of(int column) {
        int k = Arrays.binarySearch(columns, column);
        return k < 0 ? 0 : values[k];
    }

    /// Intercept + x b of every row, without offset.
    public double[] linearPredictor(Matrix x) {
        double[] eta = new double[x.rows()];
        Arrays.fill(eta, intercept);
        for (int k = 0; k < columns.length; k++) {
            Vectors.addScaled(eta, values[k], x.values(), x.offset(columns[k]), x.rows());
        }
        return eta;
    }

    /// The same model for the columns from which `design` made the standardised ones.
    Coefficients ofColumnsBefore(Design design) {
        double[] before = values.clone();
        double constant = intercept;
        for (int k = 0; k < before.length; k++) {
            before[k] /= design.scale[columns[k]];
            constant -= before[k] * design.mean[columns[k]];
        }
        return new Coefficients(constant, columns, before);
    }

    /// `aShare · a + bShare · b`, coefficient by coefficient.
    static Coefficients between(Coefficients a, double aShare, Coefficients b, double bShare) {
        int[] columns = new int[a.columns.length + b.columns.length];
        double[] values = new double[columns.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.columns.length || j < b.columns.length) {
            int left = i < a.columns.length ? a.columns[i] : Integer.MAX_VALUE;
            int right = j < b.columns.length ? b.columns[j] : Integer.MAX_VALUE;
            double value = 0;
            if (left <= right) {
                value += aShare * a.values[i++];
            }
            if (right <= left) {
                value += bShare * b.values[j++];
            }
            if (value != 0) {
                columns[count] = Math.min(left, right);
                values[count++] = value;
            }
        }
        return new Coefficients(aShare * a.intercept + bShare * b.intercept, Arrays.copyOf(columns, count),
                Arrays.copyOf(values, count));
    }
}
