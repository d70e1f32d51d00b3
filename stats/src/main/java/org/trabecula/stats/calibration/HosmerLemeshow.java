package org.trabecula.stats.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Quantiles;
import org.trabecula.stats.Ranks;

/// Hosmer and Lemeshow's test: observed against expected cases in groups of like probability.
///
/// ```
/// χ² = Σ (O_g − E_g)² / (E_g (1 − E_g/n_g))
/// ```
///
/// Do not lean on it: the result depends on the grouping, a small study passes whatever its calibration, and a large one
/// fails for deviations that do not matter. Show the curve, slope and intercept instead.
///
/// Source: Hosmer and Lemeshow 1980, doi:10.1080/03610928008827941; against it: Hosmer et al. 1997,
/// doi:10.1002/(SICI)1097-0258(19970515)16:9<965::AID-SIM509>3.0.CO;2-O.
///
/// @param groups     that hold rows, G
/// @param chi2       the statistic
/// @param pExternal  on G degrees of freedom: probabilities fixed before these rows were seen
/// @param pInternal  on G − 2: probabilities of a model fitted to these rows; NaN for G ≤ 2
public record HosmerLemeshow(List<Group> groups, double chi2, double pExternal, double pInternal) {
    public HosmerLemeshow {
        groups = List.copyOf(groups);
    }

    /// @param rows     n_g
    /// @param observed cases, O_g
    /// @param expected Σ p, E_g
    public record Group(int rows, int observed, double expected) {}

    /// Groups between the quantiles (type 7) of the probabilities, closed on the right; equal breaks are merged.
    public static HosmerLemeshow byQuantiles(Outcome outcome, double[] p, int groups) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] breaks = new double[groups + 1];
        for (int k = 0; k <= groups; k++) {
            breaks[k] = Quantiles.type7OfSorted(sorted, (double) k / groups);
        }
        double[] distinct = Arrays.stream(breaks).distinct().toArray();
        int[] group = new int[p.length];
        for (int row = 0; row < p.length; row++) {
            int k = 1;
            while (k < distinct.length - 1 && p[row] > distinct[k]) {
                k++;
            }
            group[row] = k - 1;
        }
        return of(outcome, p, group);
    }

    /// Groups of equal size by rank, ties in row order: group ⌈rank · g / n⌉.
    public static HosmerLemeshow byRanks(Outcome outcome, double[] p, int groups) {
        int[] order = Ranks.order(p);
        int[] group = new int[p.length];
        for (int k = 0; k < order.length; k++) {
            group[order[k]] = (int) (((long) (k + 1) * groups + p.length - 1) / p.length) - 1;
        }
        return of(outcome, p, group);
    }

    private static HosmerLemeshow of(Outcome outcome, double[] p, int[] group) {
        int most = Arrays.stream(group).max().orElse(-1);
        List<Group> groups = new ArrayList<>();
        double chi2 = 0;
        for (int k = 0; k <= most; k++) {
            int rows = 0;
            int observed = 0;
            double expected = 0;
            for (int row = 0; row < p.length; row++) {
                if (group[row] == k) {
                    rows++;
                    observed += outcome.y(row);
                    expected += p[row];
                }
            }
            if (rows > 0) {
                groups.add(new Group(rows, observed, expected));
                chi2 += (observed - expected) * (observed - expected) / (expected * (1 - expected / rows));
            }
        }
        int g = groups.size();
        return new HosmerLemeshow(groups, chi2, upperTail(chi2, g), upperTail(chi2, g - 2));
    }

    private static double upperTail(double chi2, int df) {
        return df > 0 && !Double.isNaN(chi2) ? ChiSquaredDistribution.of(df).survivalProbability(chi2) : Double.NaN;
    }
}
