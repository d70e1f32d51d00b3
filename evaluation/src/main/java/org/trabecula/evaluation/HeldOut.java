package org.trabecula.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trabecula.stats.roc.Cutoff;

/// How scores were cross-fitted: which fold's model scored a row, and the cut-offs that each fold chose on its other patients.
///
/// @param foldOfRow one per row, from 0
/// @param cutoffs   by fold, by key; a fold that gave no usable model has none, and none of its cases is among the rows
/// @param left      cases without a score because their fold gave no usable model
public record HeldOut(int[] foldOfRow, List<Map<String, Cutoff>> cutoffs, int left) {
    public HeldOut {
        cutoffs = List.copyOf(cutoffs);
        int folds = cutoffs.size();
        if (Arrays.stream(foldOfRow).anyMatch(fold -> fold < 0 || fold >= folds) || left < 0) {
            throw new IllegalArgumentException("folds are counted from 0 to " + (folds - 1) + ", got " + Arrays.toString(foldOfRow));
        }
    }

    /// Of all patients, those without a usable model included.
    public int folds() {
        return cutoffs.size();
    }

    /// Folds that gave no usable model.
    public int foldsLeft() {
        return (int) cutoffs.stream().filter(Map::isEmpty).count();
    }

    /// The rows that a fold's model scored.
    int[] rowsOf(int fold) {
        return IntStream.range(0, foldOfRow.length).filter(row -> foldOfRow[row] == fold).toArray();
    }
}
