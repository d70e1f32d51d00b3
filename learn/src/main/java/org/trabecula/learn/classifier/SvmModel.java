package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.table.FeatureTable;

/// A support vector machine: f(x) = Σ αᵢ K(xᵢ, x) − rho, positive on the side of class 1.
///
/// @param vectors      support vectors, each with one value per feature
/// @param coefficients αᵢ with the sign of the vector's class
public record SvmModel(
        List<String> names, SvmSettings settings, double[][] vectors, double[] coefficients, double rho)
        implements FittedClassifier {
    public SvmModel {
        names = List.copyOf(names);
        Sound.names("features of a classifier", names);
        Sound.count("coefficients", coefficients.length, vectors.length);
        Sound.finite("coefficients and rho", coefficients);
        Sound.finite("coefficients and rho", rho);
        Sound.finiteRows("values of a support vector", vectors, names.size());
    }

    @Override
    public double[] score(FeatureTable table) {
        FeatureTable selected = table.select(names);
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            double[] x = selected.row(row);
            double sum = 0;
            for (int vector = 0; vector < vectors.length; vector++) {
                sum += coefficients[vector] * kernel(vectors[vector], x);
            }
            scores[row] = sum - rho;
        }
        return scores;
    }

    @Override
    public int rowsHeld() {
        return vectors.length;
    }

    private double kernel(double[] a, double[] b) {
        double sum = 0;
        switch (settings.kernel()) {
            case LINEAR -> {
                for (int at = 0; at < a.length; at++) {
                    sum += a[at] * b[at];
                }
                return sum;
            }
            case RADIAL -> {
                for (int at = 0; at < a.length; at++) {
                    sum += (a[at] - b[at]) * (a[at] - b[at]);
                }
                return Math.exp(-settings.gamma() * sum);
            }
        }
        throw new IllegalStateException("unknown kernel " + settings.kernel());
    }
}
