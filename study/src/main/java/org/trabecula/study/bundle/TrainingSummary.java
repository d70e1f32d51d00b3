package org.trabecula.study.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.trabecula.learn.Sound;
import org.trabecula.stats.Quantiles;
import org.trabecula.table.FeatureTable;

/// What the training cases looked like, as quantiles of the values that each feature has: no rows, no ids. New cases outside are told so.
///
/// @param cases    how many trained
/// @param features of the signatures
/// @param low      1 % quantile of each
/// @param high     99 % quantile of each
public record TrainingSummary(int cases, List<String> features, double[] low, double[] high) {
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;
    /// Between units of length, area or share.
    private static final int[] FACTORS = {10, 100, 1000};

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
            double[] sorted = Arrays.stream(training.column(features.get(feature))).filter(Double::isFinite).sorted().toArray();
            low[feature] = Quantiles.type7OfSorted(sorted, LOW);
            high[feature] = Quantiles.type7OfSorted(sorted, HIGH);
        }
        return new TrainingSummary(training.rows(), features, low, high);
    }

    /// One sentence per feature of the case that lies further outside than the training range is wide.
    public List<String> warnings(FeatureTable table, int row) {
        List<String> warnings = new ArrayList<>();
        for (int feature = 0; feature < low.length; feature++) {
            double value = table.value(row, features.get(feature));
            double width = high[feature] - low[feature];
            if (value < low[feature] - width || value > high[feature] + width) {
                warnings.add(String.format(
                        Locale.ROOT, "%s = %.5g lies outside what the model saw (98 %% of training cases: %.5g to %.5g)%s",
                        features.get(feature), value, low[feature], high[feature], unit(value, feature)));
            }
        }
        return warnings;
    }

    /// Millimetres for centimetres, percent for shares: what another unit would look like.
    private String unit(double value, int feature) {
        for (int factor : FACTORS) {
            if (isWithin(value / factor, feature) || isWithin(value * factor, feature)) {
                return String.format(
                        Locale.ROOT, "; a number %,d times %s would lie within: is the unit that of the study?", factor,
                        isWithin(value / factor, feature) ? "smaller" : "larger");
            }
        }
        return "";
    }

    private boolean isWithin(double value, int feature) {
        return value >= low[feature] && value <= high[feature];
    }
}
