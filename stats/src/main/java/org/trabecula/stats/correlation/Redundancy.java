package org.trabecula.stats.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.stats.Matrix;

/// Rules that keep some of the columns so that no kept pair is correlated above a limit.
///
/// A pair is redundant when |r| > limit; NaN is never redundant, so drop constant and missing columns before. Every rule
/// is a fixed order of steps with stated ties: the same columns on every run.
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
    public static Result mostRedundant(Matrix correlation, double above) {
        int p = correlation.columns();
        List<int[]> partners =
                IntStream.range(0, p).mapToObj(j -> partners(correlation, j, above)).toList();
        boolean[] gone = new boolean[p];
        int[] degree = partners.stream().mapToInt(list -> list.length).toArray();
        List<Removed> removed = new ArrayList<>();
        while (true) {
            int worst = mostPartners(correlation, partners, gone, degree);
            if (degree[worst] == 0) {
                break;
            }
            removed.add(because(correlation, worst, partners.get(worst), gone));
            gone[worst] = true;
            degree[worst] = 0;
            for (int partner : partners.get(worst)) {
                if (!gone[partner]) {
                    degree[partner]--;
                }
            }
        }
        return new Result(
                IntStream.range(0, p).filter(j -> !gone[j]).boxed().toList(), removed);
    }

    /// Walks the columns in their order; drops a column that is correlated above the limit with an earlier kept one.
    public static Result laterOfPair(Matrix correlation, double above) {
        return laterOfPair(correlation, above, IntStream.range(0, correlation.columns()).toArray());
    }

    /// Walks the columns in the given order, such as ascending p; drops a column that is correlated above the limit with
    /// one kept before. `because` is the first such in the order of keeping.
    public static Result laterOfPair(Matrix correlation, double above, int[] order) {
        List<Integer> kept = new ArrayList<>();
        List<Removed> removed = new ArrayList<>();
        for (int column : order) {
            int because = -1;
            for (int earlier : kept) {
                if (Math.abs(correlation.get(column, earlier)) > above) {
                    because = earlier;
                    break;
                }
            }
            if (because < 0) {
                kept.add(column);
            } else {
                removed.add(new Removed(column, because, correlation.get(column, because)));
            }
        }
        return new Result(kept, removed);
    }

    /// Walks the columns by falling |coefficient|, the earlier column on ties; keeps a column unless it is correlated
    /// above the limit with one already kept (protocol, step 9).
    ///
    /// @param coefficients one a column, on the z-scored scale
    public static Result prune(Matrix correlation, double above, double[] coefficients) {
        int[] order = IntStream.range(0, coefficients.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(coefficients[j])))
                .mapToInt(Integer::intValue)
                .toArray();
        return laterOfPair(correlation, above, order);
    }

    private static int[] partners(Matrix correlation, int column, double above) {
        return IntStream.range(0, correlation.columns())
                .filter(k -> k != column && Math.abs(correlation.get(k, column)) > above)
                .toArray();
    }

    private static int mostPartners(Matrix correlation, List<int[]> partners, boolean[] gone, int[] degree) {
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
                worstSum = worstSum < 0 ? sum(correlation, worst, partners.get(worst), gone) : worstSum;
                double sum = sum(correlation, j, partners.get(j), gone);
                if (sum >= worstSum) {
                    worst = j;
                    worstSum = sum;
                }
            }
        }
        return worst;
    }

    private static double sum(Matrix correlation, int column, int[] partners, boolean[] gone) {
        double sum = 0;
        for (int partner : partners) {
            if (!gone[partner]) {
                sum += Math.abs(correlation.get(partner, column));
            }
        }
        return sum;
    }

    private static Removed because(Matrix correlation, int column, int[] partners, boolean[] gone) {
        int closest = -1;
        for (int partner : partners) {
            if (!gone[partner]
                    && (closest < 0
                            || Math.abs(correlation.get(partner, column)) > Math.abs(correlation.get(closest, column)))) {
                closest = partner;
            }
        }
        return new Removed(column, closest, correlation.get(closest, column));
    }
}
