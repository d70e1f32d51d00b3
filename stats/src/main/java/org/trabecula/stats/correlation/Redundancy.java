package org.trabecula.stats.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Rules that keep some of the columns so that no kept pair is correlated above a limit.
///
/// Which pairs are is said by [CorrelatedPairs]. Every rule is a fixed order of steps with stated ties: the same columns on every run.
public final class Redundancy {
    private Redundancy() {}

    /// What stays and what goes, and why.
    ///
    /// @param kept    column numbers in the order of the walk; for [#mostRedundant] ascending
    /// @param removed in order of removal
    public record Result(List<Integer> kept, List<Removed> removed) {
        public Result {
            kept = List.copyOf(kept);
            removed = List.copyOf(removed);
        }
    }

    /// A removed column.
    ///
    /// @param column  its number
    /// @param because the column that it repeats
    /// @param r       their correlation
    public record Removed(int column, int because, double r) {}

    /// Repeats: remove the column with the most remaining partners above the limit; ties by the larger sum of |r| over
    /// those partners, then by the later column. Stops when no pair is left (protocol, step 7).
    ///
    /// `because` is the remaining partner with the largest |r|, the earlier one on ties.
    public static Result mostRedundant(CorrelatedPairs pairs) {
        int p = pairs.columns();
        boolean[] gone = new boolean[p];
        int[] degree = IntStream.range(0, p).map(pairs::count).toArray();
        List<Removed> removed = new ArrayList<>();
        while (p > 0) {
            int worst = mostPartners(pairs, gone, degree);
            if (degree[worst] == 0) {
                break;
            }
            removed.add(because(pairs, worst, gone));
            gone[worst] = true;
            degree[worst] = 0;
            for (int nth = 0; nth < pairs.count(worst); nth++) {
                int partner = pairs.partner(worst, nth);
                if (!gone[partner]) {
                    degree[partner]--;
                }
            }
        }
        return new Result(
                IntStream.range(0, p).filter(j -> !gone[j]).boxed().toList(), removed);
    }

    /// Walks the columns in their order; drops a column that is correlated above the limit with an earlier kept one.
    public static Result laterOfPair(CorrelatedPairs pairs) {
        return laterOfPair(pairs, IntStream.range(0, pairs.columns()).toArray());
    }

    /// Walks the columns in the given order, such as ascending p; drops a column that is correlated above the limit with
    /// one kept before. `because` is the first such in the order of keeping.
    public static Result laterOfPair(CorrelatedPairs pairs, int[] order) {
        int[] keptAs = new int[pairs.columns()]; // from 1; 0 where a column is not kept
        List<Integer> kept = new ArrayList<>();
        List<Removed> removed = new ArrayList<>();
        for (int column : order) {
            int first = -1;
            for (int nth = 0; nth < pairs.count(column); nth++) {
                int place = keptAs[pairs.partner(column, nth)];
                if (place > 0 && (first < 0 || place < keptAs[pairs.partner(column, first)])) {
                    first = nth;
                }
            }
            if (first < 0) {
                kept.add(column);
                keptAs[column] = kept.size();
            } else {
                removed.add(new Removed(column, pairs.partner(column, first), pairs.r(column, first)));
            }
        }
        return new Result(kept, removed);
    }

    /// Walks the columns by falling |coefficient|, the earlier column on ties; keeps a column unless it is correlated
    /// above the limit with one already kept (protocol, step 9).
    ///
    /// @param coefficients one a column, on the z-scored scale
    public static Result prune(CorrelatedPairs pairs, double[] coefficients) {
        int[] order = IntStream.range(0, coefficients.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(coefficients[j])))
                .mapToInt(Integer::intValue)
                .toArray();
        return laterOfPair(pairs, order);
    }

    private static int mostPartners(CorrelatedPairs pairs, boolean[] gone, int[] degree) {
        int worst = 0;
        double worstSum = -1; // not yet summed
        for (int j = 1; j < degree.length; j++) {
            if (gone[j] || degree[j] < degree[worst]) {
                continue;
            }
            if (degree[j] > degree[worst]) {
                worst = j;
                worstSum = -1;
            } else if (degree[j] > 0) {
                worstSum = worstSum < 0 ? sum(pairs, worst, gone) : worstSum;
                double sum = sum(pairs, j, gone);
                if (sum >= worstSum) {
                    worst = j;
                    worstSum = sum;
                }
            }
        }
        return worst;
    }

    private static double sum(CorrelatedPairs pairs, int column, boolean[] gone) {
        double sum = 0;
        for (int nth = 0; nth < pairs.count(column); nth++) {
            if (!gone[pairs.partner(column, nth)]) {
                sum += Math.abs(pairs.r(column, nth));
            }
        }
        return sum;
    }

    private static Removed because(CorrelatedPairs pairs, int column, boolean[] gone) {
        int closest = -1;
        for (int nth = 0; nth < pairs.count(column); nth++) {
            if (!gone[pairs.partner(column, nth)]
                    && (closest < 0 || Math.abs(pairs.r(column, nth)) > Math.abs(pairs.r(column, closest)))) {
                closest = nth;
            }
        }
        return new Removed(column, pairs.partner(column, closest), pairs.r(column, closest));
    }
}
