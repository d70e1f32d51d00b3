package org.trabecula.study.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.trabecula.learn.Sound;
import org.trabecula.stats.Quantiles;
import org.trabecula.table.FeatureTable;

/// What the training cases looked like, as quantiles per feature: no rows, no ids. New cases outside are told so.
///
/// @param cases    how many trained
/// @param features of the signatures
/// @param low      1 % quantile of each
/// @param high     99 % quantile of each
public record TrainingSummary(int cases, List<String> features, double[] low, double[] high) {
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;

    public TrainingSummary {
        features = List.copyOf(features);
        Sound.names("features of the summary", features);
        Sound.count("low quantiles", low.length, features.size());
        Sound.count("high quantiles", high.length, features.size());
        Sound.finite("quantiles", low);
        Sound.finite("quantiles", high);
        for (int feature = 0; feature < low.length; feature++) {
            if (low[feature] > high[feature]) {
                throw new IllegalArgumentException("the quantiles of " + features.get(feature) + " must rise");
            }
        }
        if (cases < 1) {
            throw new IllegalArgumentException("a model was trained on cases, got " + cases);
        }
    }

    /// @param training training cases only
    public static TrainingSummary of(FeatureTable training, List<String> features) {
        double[] low = new double[features.size()];
        double[] high = new double[features.size()];
        for (int feature = 0; feature < low.length; feature++) {
            double[] sorted = training.column(features.get(feature)).clone();
            Arrays.sort(sorted);
            low[feature] = Quantiles.type7OfSorted(sorted, LOW);
            high[feature] = Quantiles.type7OfSorted(sorted, HIGH);
        }
        return new TrainingSummary(training.rows(), features, low, high);
    }

    /// One sentence per feature of the case that lies further outside than the training range is wide.
    public List<String> warnings(FeatureTable table, int row) {
        List<String> warnings = new ArrayList<>();
        for (int feature = 0; feature < low.length; feature++) {
            double value = table.column(features.get(feature))[row];
            double width = high[feature] - low[feature];
            if (!(value >= low[feature] - width && value <= high[feature] + width)) {
                warnings.add(String.format(
                        Locale.ROOT, "%s = %.5g lies outside what the model saw (98 %% of training cases: %.5g to %.5g)",
                        features.get(feature), value, low[feature], high[feature]));
            }
        }
        return warnings;
    }
}
