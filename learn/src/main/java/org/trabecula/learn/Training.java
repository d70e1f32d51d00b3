package org.trabecula.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.resampling.Strata;
import org.trabecula.table.FeatureTable;

/// The training cases and their features: the only thing that can be fitted to.
///
/// There is no public constructor. A [Split] makes one, a fold of it makes a smaller one, and a fitted step makes the next
/// one; so nothing fitted has ever seen a test case.
public final class Training {
    private final LabelledRows rows;
    private final FeatureTable table;

    Training(LabelledRows rows, FeatureTable table) {
        this.rows = rows;
        this.table = table.caseIds().equals(rows.ids()) ? table : table.cases(rows.ids());
    }

    /// The training cases.
    public LabelledRows rows() {
        return rows;
    }

    /// The features of exactly these cases, in the order of [#rows].
    public FeatureTable table() {
        return table;
    }

    public int size() {
        return rows.size();
    }

    public Outcome outcome() {
        return rows.outcome();
    }

    /// The patient of each case as a number, in order of first appearance.
    public int[] patients() {
        Clusters patients = rows.clusters();
        return IntStream.range(0, size()).map(patients::of).toArray();
    }

    /// The same cases with their features transformed, row by row.
    public Training transformed(UnaryOperator<FeatureTable> step) {
        FeatureTable next = step.apply(table);
        if (!next.caseIds().equals(table.caseIds())) {
            throw new IllegalArgumentException("a step must keep the cases and their order");
        }
        return new Training(rows, next);
    }

    /// The same cases with the features of another table, which may hold more cases.
    public Training with(FeatureTable other) {
        return new Training(rows, other);
    }

    /// A part of the patients with all their cases: of each stratum (cases of both classes, positive only, negative only) a share, rounded up, of
    /// its patients in shuffled order. A smaller share of the same stream is contained in a larger one.
    ///
    /// @param share in (0, 1]
    public Training part(double share, SplittableRandom random) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies above 0 and is at most 1, got " + share);
        }
        Set<String> kept = new HashSet<>();
        for (List<Strata.Group> stratum : Strata.shuffled(rows.patients(), outcome().classes(), new int[] {0, 1}, random)) {
            // less a rounding error, so that 0.2 of 5 is 1
            int count = (int) Math.ceil(share * stratum.size() - 1e-9);
            stratum.stream().limit(count).forEach(patient -> kept.add(patient.name()));
        }
        int[] own = IntStream.range(0, size()).filter(row -> kept.contains(rows.patients().get(row))).toArray();
        return new Training(rows.select(own), table);
    }

    /// The training cases' own scores by models that were fitted to them: optimistic.
    ///
    /// @param models of a table's rows: by model, one score per row
    public <K> Map<K, TrainingScores> scored(Function<FeatureTable, Map<K, double[]>> models) {
        return TrainingScores.of(this, models.apply(table));
    }
}
