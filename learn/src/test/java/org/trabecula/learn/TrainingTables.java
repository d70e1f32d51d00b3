package org.trabecula.learn;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.table.FeatureTable;

/// Small training views by hand.
public final class TrainingTables {
    private TrainingTables() {}

    /// One patient a case; features `f0`, `f1`, ….
    public static Training of(int[] outcomes, double[]... columns) {
        List<Subject> subjects = subjects(outcomes);
        return Split.trainOnly(subjects).training(table(subjects, columns));
    }

    public static List<Subject> subjects(int[] outcomes) {
        List<Subject> subjects = new ArrayList<>();
        for (int row = 0; row < outcomes.length; row++) {
            subjects.add(new Subject("case-" + row, "patient-" + row, outcomes[row]));
        }
        return subjects;
    }

    public static FeatureTable table(List<Subject> subjects, double[]... columns) {
        List<String> names = new ArrayList<>();
        for (int feature = 0; feature < columns.length; feature++) {
            names.add("f" + feature);
        }
        return new FeatureTable(subjects.stream().map(Subject::caseId).toList(), names, columns);
    }
}
