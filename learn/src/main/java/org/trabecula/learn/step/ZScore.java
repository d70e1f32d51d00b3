package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.learn.Training;
import org.trabecula.stats.Moments;
import org.trabecula.stats.reduction.ZScores;
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
        Sound.names("z-scored features", names);
        Sound.finite("means", means, names.size());
        Sound.finite("standard deviations", sds, names.size());
        if (sds.stream().anyMatch(sd -> !(sd > 0))) {
            throw new IllegalArgumentException("standard deviations must be > 0, got " + sds);
        }
    }

    @Override
    public List<String> inputs() {
        return names;
    }

    /// @param ddof 1 divides by n − 1 (R, and our default), 0 by n (scikit-learn)
    /// @throws IllegalArgumentException if a feature is constant: [Usable] comes first
    public static ZScore fit(Training training, int ddof) {
        FeatureTable table = training.table();
        List<Double> means = new ArrayList<>();
        List<Double> sds = new ArrayList<>();
        for (int column = 0; column < table.names().size(); column++) {
            double[] values = table.column(column);
            double sd = Moments.sd(values, ddof);
            if (!(sd > 0)) {
                throw new IllegalArgumentException("constant feature " + table.names().get(column));
            }
            means.add(Moments.mean(values));
            sds.add(sd);
        }
        return new ZScore(table.names(), means, sds);
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        double[][] columns = new double[names.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = ZScores.of(table.column(names.get(column)), means.get(column), sds.get(column));
        }
        return new FeatureTable(table.caseIds(), names, columns);
    }
}
