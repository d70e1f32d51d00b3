package org.trabecula.study.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.learn.Sound;
import org.trabecula.stats.Quantiles;
import org.trabecula.table.FeatureTable;

/// What the training cases looked like, as quantiles of the values that each feature has: no rows, no ids. New cases outside are told so.
///
/// @param cases    how many trained
/// @param features of the signatures
/// @param low      1 % quantile of each
/// @param high     99 % quantile of each
/// @param quantiles of each feature, at [#PERCENTS]; empty in models of schema versions up to 6
public record TrainingSummary(int cases, List<String> features, double[] low, double[] high, Optional<double[][]> quantiles) {
    /// Where the distribution is kept: closely enough for a percentile in words, too coarsely to find a case in it.
    static final int[] PERCENTS = {1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99};
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
        if (quantiles.isPresent()) {
            requireRising(quantiles.get(), features);
        }
        if (cases < 1) {
            throw new IllegalArgumentException("a model was trained on cases, got " + cases);
        }
    }

    private static void requireRising(double[][] quantiles, List<String> features) {
        Sound.count("features with quantiles", quantiles.length, features.size());
        for (int feature = 0; feature < quantiles.length; feature++) {
            double[] own = quantiles[feature];
            Sound.count("quantiles of a feature", own.length, PERCENTS.length);
            Sound.finite("quantiles", own);
            for (int n = 1; n < own.length; n++) {
                if (own[n] < own[n - 1]) {
                    throw new IllegalArgumentException("the quantiles of " + features.get(feature) + " must rise");
                }
            }
        }
    }

    /// @param training training cases only
    public static TrainingSummary of(FeatureTable training, List<String> features) {
        double[] low = new double[features.size()];
        double[] high = new double[features.size()];
        double[][] quantiles = new double[features.size()][PERCENTS.length];
        for (int feature = 0; feature < low.length; feature++) {
            double[] sorted = Arrays.stream(training.column(features.get(feature))).filter(Double::isFinite).sorted().toArray();
            low[feature] = Quantiles.type7OfSorted(sorted, LOW);
            high[feature] = Quantiles.type7OfSorted(sorted, HIGH);
            for (int n = 0; n < PERCENTS.length; n++) {
                quantiles[feature][n] = Quantiles.type7OfSorted(sorted, PERCENTS[n] / 100.0);
            }
        }
        return new TrainingSummary(training.rows(), features, low, high, Optional.of(quantiles));
    }

    /// About which share of the training cases, in percent, lies below a value: straight lines between the quantiles that are kept; of a
    /// value that many cases have, the middle of their range. 0 stands for less than the 1 % quantile, 100 for more than the 99 % one. Empty for
    /// NaN, a feature that was not summarised, and a model that kept no quantiles.
    public OptionalDouble percentile(String feature, double value) {
        int at = features.indexOf(feature);
        if (at < 0 || Double.isNaN(value) || quantiles.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] own = quantiles.get()[at];
        int last = own.length - 1;
        if (value < own[0] || value > own[last]) {
            return OptionalDouble.of(value < own[0] ? 0 : 100);
        }
        int from = 0;
        while (own[from] < value) {
            from++;
        }
        int to = from;
        while (to < last && own[to + 1] == value) {
            to++;
        }
        if (own[from] == value) {
            return OptionalDouble.of((PERCENTS[from] + PERCENTS[to]) / 2.0);
        }
        double share = (value - own[from - 1]) / (own[from] - own[from - 1]);
        return OptionalDouble.of(PERCENTS[from - 1] + share * (PERCENTS[from] - PERCENTS[from - 1]));
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
