package org.trabecula.figures.nomogram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.figures.Svg;

/// Finds room for the labels along an axis: tiers 1, 2, … lie beneath the line, −1, −2, … above it.
final class TickLabels {
    private static final double GAP = 2;
    private static final int MOST_TIERS = 12;

    private final Map<Integer, List<double[]>> taken = new HashMap<>();

    /// The first of these tiers in which the label touches no other; 0 where there is none.
    int place(double x, String label, int... tiers) {
        double half = Svg.width(label, Svg.SMALL) / 2;
        for (int tier : tiers) {
            List<double[]> spans = taken.computeIfAbsent(tier, none -> new ArrayList<>());
            if (spans.stream().allMatch(span -> x - half > span[1] + GAP || x + half < span[0] - GAP)) {
                spans.add(new double[] {x - half, x + half});
                return tier;
            }
        }
        return 0;
    }

    /// 1, −1, 2, −2, …: for labels that must be shown.
    static int[] allTiers() {
        int[] tiers = new int[2 * MOST_TIERS];
        for (int k = 0; k < tiers.length; k++) {
            tiers[k] = k % 2 == 0 ? k / 2 + 1 : -(k / 2 + 1);
        }
        return tiers;
    }
}
