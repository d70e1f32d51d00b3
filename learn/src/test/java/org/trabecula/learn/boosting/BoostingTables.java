package org.trabecula.learn.boosting;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.learn.Training;
import org.trabecula.learn.TrainingTables;
import org.trabecula.table.FeatureTable;

/// Made-up cases for the boosting libraries: Gaussian features, the class a noisy product of two of them.
final class BoostingTables {
    static final int FEATURES = 6;
    private static final int CASES = 240;

    private BoostingTables() {}

    /// @param missing share of values that are
    static Training training(double missing) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] columns = columns(CASES, missing, random);
        int[] outcomes = new int[CASES];
        for (int row = 0; row < CASES; row++) {
            double signal = Double.isNaN(columns[0][row] * columns[1][row]) ? 1 : columns[0][row] * columns[1][row];
            outcomes[row] = signal + random.nextGaussian() > 0.2 ? 1 : 0;
        }
        return TrainingTables.of(outcomes, columns);
    }

    /// Other cases, some with missing values and zeros, and every limit of the training cases hit exactly.
    static FeatureTable others(Training training) {
        int fresh = 400;
        double[][] columns = columns(fresh + training.size(), 0.15, new SplittableRandom(12));
        for (int feature = 0; feature < FEATURES; feature++) {
            columns[feature][feature] = 0;
            System.arraycopy(training.table().column(feature), 0, columns[feature], fresh, training.size());
        }
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < columns[0].length; row++) {
            ids.add("other-" + row);
        }
        return new FeatureTable(ids, training.table().names(), columns);
    }

    /// Some values are round, so that they repeat.
    private static double[][] columns(int cases, double missing, SplittableRandom random) {
        double[][] columns = new double[FEATURES][cases];
        for (int feature = 0; feature < FEATURES; feature++) {
            for (int row = 0; row < cases; row++) {
                double value = random.nextGaussian();
                columns[feature][row] = random.nextDouble() < missing ? Double.NaN : feature == 2 ? Math.rint(value) : value;
            }
        }
        return columns;
    }
}
