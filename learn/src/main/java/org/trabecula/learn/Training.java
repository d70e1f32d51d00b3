package org.trabecula.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.trabecula.table.FeatureTable;

/// The training cases and their features: the only thing that can be fitted to.
///
/// There is no public constructor. A [Split] makes one, a fold of it makes a smaller one, and a fitted step makes the next
/// one; so nothing fitted has ever seen a test case.
public final class Training {
    private final List<Subject> subjects;
    private final FeatureTable table;

    Training(List<Subject> subjects, FeatureTable table) {
        List<String> ids = subjects.stream().map(Subject::caseId).toList();
        this.subjects = List.copyOf(subjects);
        this.table = table.caseIds().equals(ids) ? table : table.cases(ids);
    }

    public List<Subject> subjects() {
        return subjects;
    }

    /// The features of exactly these cases, in the order of [#subjects].
    public FeatureTable table() {
        return table;
    }

    public int size() {
        return subjects.size();
    }

    /// 1 or 0 per case.
    public double[] outcomes() {
        return subjects.stream().mapToDouble(Subject::outcome).toArray();
    }

    public int positives() {
        return subjects.stream().mapToInt(Subject::outcome).sum();
    }

    /// The patient of each case as a number, in order of first appearance.
    public int[] patients() {
        Map<String, Integer> numbers = new HashMap<>();
        int[] patients = new int[subjects.size()];
        for (int row = 0; row < patients.length; row++) {
            patients[row] = numbers.computeIfAbsent(subjects.get(row).patientId(), _ -> numbers.size());
        }
        return patients;
    }

    /// The same cases with their features transformed, row by row.
    public Training transformed(UnaryOperator<FeatureTable> step) {
        FeatureTable next = step.apply(table);
        if (!next.caseIds().equals(table.caseIds())) {
            throw new IllegalArgumentException("a step must keep the cases and their order");
        }
        return new Training(subjects, next);
    }

    /// The same cases with the features of another table, which may hold more cases.
    public Training with(FeatureTable other) {
        return new Training(subjects, other);
    }

    /// The training cases' own scores by models that were fitted to them: optimistic.
    ///
    /// @param models of a table's rows: by model, one score per row
    public <K> Map<K, TrainingScores> scored(Function<FeatureTable, Map<K, double[]>> models) {
        return TrainingScores.of(this, models.apply(table));
    }
}
