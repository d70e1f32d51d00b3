package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.learn.Sound;
import org.trabecula.learn.Training;
import org.trabecula.table.FeatureTable;

/// Constant and missing features (protocol, step 4). A feature with a single value among the training cases is dropped, and one that
/// too many of them lack; a value that is missing elsewhere, NaN or infinite, becomes the training median, in training and later cases
/// alike.
///
/// @param names   kept features
/// @param medians of the training cases that have a value, one per kept feature
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

    /// @param mostMissing share of the training cases that may lack a feature
    public static Usable fit(Training training, double mostMissing) {
        FeatureTable table = training.table();
        List<String> names = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (int column = 0; column < table.names().size(); column++) {
            String name = table.names().get(column);
            double[] sorted = finite(table.column(column));
            Arrays.sort(sorted);
            int missing = table.rows() - sorted.length;
            if (sorted.length == 0 || missing > mostMissing * table.rows()) {
                dropped.add(new Dropped(name, "no value in " + missing + " of " + table.rows() + " training cases"));
            } else if (sorted[0] == sorted[sorted.length - 1]) {
                dropped.add(new Dropped(name, "the same value in all training cases"));
            } else {
                names.add(name);
                medians.add(median(sorted));
            }
        }
        return new Usable(names, medians, dropped);
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    /// Which kept features cases of a table lack, and how many of the cases; empty when none is filled in.
    public Map<String, Integer> filledIn(FeatureTable table) {
        Map<String, Integer> filled = new LinkedHashMap<>();
        for (String name : names) {
            double[] values = table.column(name);
            int missing = values.length - finite(values).length;
            if (missing > 0) {
                filled.put(name, missing);
            }
        }
        return filled;
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
        return new FeatureTable(table.caseIds(), table.texts(), names, columns);
    }

    /// The kept features that a case lacks and that [#apply] fills with medians: to be told on the case.
    public List<String> filledIn(FeatureTable table, String caseId) {
        int row = table.rowOf(caseId);
        return names.stream().filter(name -> !Double.isFinite(table.value(row, name))).toList();
    }
}
