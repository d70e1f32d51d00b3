package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.learn.Training;
import org.trabecula.table.FeatureTable;

/// z = (x − mean) / sd, both of the training cases (protocol, step 5).
///
/// @param means of the training cases
/// @param sds   standard deviations; > 0
public record ZScore(List<String> names, List<Double> means, List<Double> sds) implements FittedStep {
    public ZScore {
        names = List.copyOf(names);
        means = List.copyOf(means);
        sds = List.copyOf(sds);
    }

    /// @param ddof 1 divides by n − 1 (R, and our default), 0 by n (scikit-learn)
    /// @throws IllegalArgumentException if a feature is constant: [Usable] comes first
    public static ZScore fit(Training training, int ddof) {
        FeatureTable table = training.table();
        List<Double> means = new ArrayList<>();
        List<Double> sds = new ArrayList<>();
        for (int column = 0; column < table.names().size(); column++) {
            double[] values = table.column(column);
            double mean = mean(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double sd = Math.sqrt(squares / (values.length - ddof));
            if (!(sd > 0)) {
                throw new IllegalArgumentException("constant feature " + table.names().get(column));
            }
            means.add(mean);
            sds.add(sd);
        }
        return new ZScore(table.names(), means, sds);
    }

    /// Two passes: the second removes the rounding of the first, which matters for features near 1e9.
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double first = sum / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        double[][] columns = new double[names.size()][table.rows()];
        for (int column = 0; column < columns.length; column++) {
            double[] values = table.column(names.get(column));
            double mean = means.get(column);
            double sd = sds.get(column);
            for (int row = 0; row < values.length; row++) {
                columns[column][row] = (values[row] - mean) / sd;
            }
        }
        return new FeatureTable(table.caseIds(), names, columns);
    }
}
