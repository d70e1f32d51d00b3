package org.trabecula.learn;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.table.FeatureTable;

/// Small training views by hand.
public final class TrainingTables {
    private TrainingTables() {}

    /// One patient a case; features `f0`, `f1`, ….
    public static Training of(int[] outcomes, double[]... columns) {
        LabelledRows rows = rows(outcomes);
        return Split.trainOnly(rows).training(table(rows, columns));
    }

    private static LabelledRows rows(int[] outcomes) {
        List<String> cases = new ArrayList<>();
        List<String> patients = new ArrayList<>();
        boolean[] positive = new boolean[outcomes.length];
        for (int row = 0; row < outcomes.length; row++) {
            cases.add("case-" + row);
            patients.add("patient-" + row);
            positive[row] = outcomes[row] == 1;
        }
        return new LabelledRows(cases, patients, Outcome.of(positive));
    }

    private static FeatureTable table(LabelledRows rows, double[]... columns) {
        List<String> names = new ArrayList<>();
        for (int feature = 0; feature < columns.length; feature++) {
            names.add("f" + feature);
        }
        return new FeatureTable(rows.ids(), names, columns);
    }
}
