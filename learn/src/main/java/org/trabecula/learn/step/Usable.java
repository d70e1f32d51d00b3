package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.learn.Training;
import org.trabecula.table.FeatureTable;

/// Constant and missing features (protocol, step 4): a feature with a single value or with a NaN among the training cases
/// is dropped; a NaN in a later case becomes the training median.
///
/// @param names   kept features
/// @param medians of the training cases, one per kept feature
/// @param dropped left out
public record Usable(List<String> names, List<Double> medians, List<Dropped> dropped) implements FittedStep {
    public Usable {
        names = List.copyOf(names);
        medians = List.copyOf(medians);
        dropped = List.copyOf(dropped);
        Sound.names("usable features", names);
        Sound.finite("training medians", medians, names.size());
    }

    @Override
    public List<String> inputs() {
        return names;
    }

    public static Usable fit(Training training) {
        FeatureTable table = training.table();
        List<String> names = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (int column = 0; column < table.names().size(); column++) {
            String name = table.names().get(column);
            double[] sorted = table.column(column).clone();
            Arrays.sort(sorted); // NaN last
            double last = sorted[sorted.length - 1];
            if (!Double.isFinite(last) || !Double.isFinite(sorted[0])) {
                dropped.add(new Dropped(name, "no finite value in some training case"));
            } else if (sorted[0] == last) {
                dropped.add(new Dropped(name, "the same value in all training cases"));
            } else {
                names.add(name);
                medians.add(median(sorted));
            }
        }
        return new Usable(names, medians, dropped);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        FeatureTable selected = table.select(names);
        double[][] columns = new double[names.size()][];
        for (int column = 0; column < columns.length; column++) {
            double[] values = selected.column(column);
            double[] filled = values;
            for (int row = 0; row < values.length; row++) {
                if (!Double.isFinite(values[row])) {
                    if (filled == values) {
                        filled = values.clone();
                    }
                    filled[row] = medians.get(column);
                }
            }
            columns[column] = filled;
        }
        return new FeatureTable(table.caseIds(), names, columns);
    }

    /// The kept features that a case lacks and that [#apply] fills with medians: to be told on the case.
    public List<String> filledIn(FeatureTable table, String caseId) {
        int row = table.rowOf(caseId);
        return names.stream().filter(name -> !Double.isFinite(table.column(name)[row])).toList();
    }
}
