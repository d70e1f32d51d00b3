package org.trabecula.cli.verbs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trabecula.core.Progress;
import org.trabecula.core.Shown;
import org.trabecula.stats.Matrix;

/// The table that `select` works on.
///
/// @param mode     whose columns are no features
/// @param drawn    whether figures are wanted
record SelectCases(
        StatsTable table, SelectColumns columns, SelectMode mode, int jobs, boolean drawn, Progress progress) {
    /// Rows with a value in all of these columns; says how many there are not.
    int[] rows(List<String> needed) {
        table.notes().forEach(progress::note);
        int[] rows = table.rowsWith(needed);
        if (rows.length < table.rows()) {
            progress.note(Shown.count(table.rows() - rows.length, "row") + " without " + String.join(", ", needed) + " left out");
        }
        return rows;
    }

    List<String> features() {
        Set<String> used = new HashSet<>(mode.used());
        used.addAll(columns.used());
        return table.features(columns.features, used);
    }

    Matrix matrix(List<String> features, int[] rows) {
        table.notes(features).forEach(progress::note);
        table.requireSquares(features);
        return table.matrix(features, rows);
    }

    /// The outcome as 0 and 1.
    double[] outcome(int[] rows) {
        return table.binary(columns.outcome(), columns.positive, rows);
    }

    /// The outcome as 0 and 1, or as other numbers.
    double[] numbersOrOutcome(int[] rows) {
        return table.binaryOrNumbers(columns.outcome(), columns.positive, rows);
    }
}
