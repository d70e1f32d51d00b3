package org.trabecula.learn.signature;

import java.util.List;
import java.util.Locale;
import org.trabecula.learn.Sound;
import org.trabecula.table.FeatureTable;

/// A linear score, the product of a LASSO (P14): intercept plus the sum of coefficient × feature.
///
/// @param intercept    the constant term
/// @param names        features, in table order
/// @param coefficients one per feature, none of them 0
/// @param lambda       the penalty it was fitted at
/// @param note         what is unusual about it, for the report; empty when nothing is
public record Signature(double intercept, List<String> names, double[] coefficients, double lambda, String note) {
    public Signature {
        names = List.copyOf(names);
        Sound.names("features of a signature", names);
        Sound.count("coefficients", coefficients.length, names.size());
        Sound.finite("coefficients", coefficients);
        Sound.finite("intercept and lambda", intercept, lambda);
        if (lambda < 0) {
            throw new IllegalArgumentException("lambda must be at least 0, got " + lambda);
        }
    }

    /// One score per row; log-odds when fitted as a binomial model.
    public double[] score(FeatureTable table) {
        double[] scores = new double[table.rows()];
        java.util.Arrays.fill(scores, intercept);
        for (int feature = 0; feature < coefficients.length; feature++) {
            double[] values = table.column(names.get(feature));
            for (int row = 0; row < scores.length; row++) {
                scores[row] += coefficients[feature] * values[row];
            }
        }
        return scores;
    }

    /// As printed in papers: `0.412 - 0.113 × original_shape_Flatness + …`.
    public String formula() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.6g", intercept));
        for (int feature = 0; feature < coefficients.length; feature++) {
            text.append(coefficients[feature] < 0 ? " - " : " + ")
                    .append(String.format(Locale.ROOT, "%.6g", Math.abs(coefficients[feature])))
                    .append(" × ")
                    .append(names.get(feature));
        }
        return text.toString();
    }
}
