package org.trabecula.stats;

import java.util.Arrays;
import java.util.List;

/// Rows whose class is known: which they are, whose they are, and who had the event, in one order.
///
/// A study makes them once, from its cases; they are split, trained on, scored and evaluated as they are.
///
/// @param ids      of the rows
/// @param patients of the rows; empty where nobody knows them, and rows are taken for independent
/// @param outcome  of the rows
public record LabelledRows(List<String> ids, List<String> patients, Outcome outcome) {
    public LabelledRows {
        ids = List.copyOf(ids);
        patients = List.copyOf(patients);
        boolean grouped = !patients.isEmpty();
        if (outcome.size() != ids.size() || grouped && patients.size() != ids.size()) {
            throw new IllegalArgumentException(
                    ids.size() + " rows, " + patients.size() + " patients, " + outcome.size() + " outcomes");
        }
    }

    public int size() {
        return ids.size();
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /// Whether it is known which rows belong to one patient.
    public boolean isGrouped() {
        return !patients.isEmpty();
    }

    /// Rows that belong together; every row by itself where patients are not known.
    public Clusters clusters() {
        return isGrouped() ? Clusters.of(patients) : Clusters.singletons(size());
    }

    /// These rows, in this order.
    public LabelledRows select(int... rows) {
        return new LabelledRows(
                Arrays.stream(rows).mapToObj(ids::get).toList(),
                isGrouped() ? Arrays.stream(rows).mapToObj(patients::get).toList() : List.of(),
                outcome.select(rows));
    }
}
