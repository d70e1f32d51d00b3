package org.trabecula.learn.tree;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Grows one tree (Breiman, Friedman, Olshen and Stone 1984) as scikit-learn's `DecisionTreeClassifier` with Gini impurity does.
///
/// ```
/// G(node) = 1 − p₀² − p₁²        p by weight of the cases in the node
/// ```
///
/// A split is the one with the smallest weighted mean of G in its two children, that is with the largest
/// `(l₀² + l₁²) / l + (r₀² + r₁²) / r`; of equals the first found: features in the order in which they are tried, limits
/// ascending. A node is a leaf when it is pure, at the greatest depth, has fewer than two leaves' cases, or no
/// feature in it has two values more than [#SAME] apart. A split need not lower G. Features that are constant in the node count as tried, but
/// features are tried until one is found that is not.
///
/// What differs from scikit-learn: values stay in double precision (there: single), ties go to the first in order where all
/// features are tried (there: to a random one).
final class Growing {
    /// Values at most that far apart are the same; scikit-learn's `FEATURE_THRESHOLD`, meant for z-scored features.
    private static final double SAME = 1e-7;

    private final RankedCases cases;
    private final int[] weights;
    private final GrowthRule rule;
    private final SplittableRandom random;
    private final int[] rows;
    private final long[] sorted;
    private final int[] features;

    // the best split of the node at work
    private double bestPurity;
    private int bestFeature;
    private double bestLimit;

    /// A node: the cases `rows[from] … rows[to - 1]`.
    private record Part(int from, int to, int depth) {}

    private Growing(RankedCases cases, int[] weights, GrowthRule rule, SplittableRandom random) {
        this.cases = cases;
        this.weights = weights;
        this.rule = rule;
        this.random = random;
        rows = java.util.stream.IntStream.range(0, cases.cases()).filter(row -> weights[row] > 0).toArray();
        sorted = new long[rows.length];
        features = java.util.stream.IntStream.range(0, cases.features()).toArray();
    }

    /// @param weights how often each case counts; a case of weight 0 takes no part
    /// @param random  draws features and limits; not asked where the rule leaves nothing to chance
    /// @return leaves hold the share of the positive class, covers the weight of the cases
    static Tree tree(RankedCases cases, int[] weights, GrowthRule rule, SplittableRandom random) {
        Growing growing = new Growing(cases, weights, rule, random);
        return Unfolding.from(new Part(0, growing.rows.length, 0), growing::node);
    }

    private Unfolding.Node<Part> node(Part part) {
        long positive = 0;
        long all = 0;
        for (int at = part.from; at < part.to; at++) {
            all += weights[rows[at]];
            positive += cases.positive(rows[at]) ? weights[rows[at]] : 0;
        }
        int size = part.to - part.from;
        boolean pure = positive == 0 || positive == all;
        if (pure || part.depth >= rule.mostDepth() || size < 2 * rule.leastCases() || !findSplit(part, positive, all)) {
            return new Unfolding.Node.Leaf<>((double) positive / all, all);
        }
        int middle = divide(part, bestFeature, bestLimit);
        return new Unfolding.Node.Fork<>(
                bestFeature, bestLimit, false, all, new Part(part.from, middle, part.depth + 1),
                new Part(middle, part.to, part.depth + 1));
    }

    /// Sets the best split; false where there is none.
    private boolean findSplit(Part part, long positive, long all) {
        bestPurity = Double.NEGATIVE_INFINITY;
        boolean inOrder = rule.tried() >= features.length;
        boolean varied = false;
        for (int tried = 0; tried < features.length && (tried < rule.tried() || !varied); tried++) {
            if (!inOrder) {
                int drawn = random.nextInt(tried, features.length);
                int kept = features[tried];
                features[tried] = features[drawn];
                features[drawn] = kept;
            }
            varied |= switch (rule.limits()) {
                case EVERY -> tryEvery(part, features[tried], positive, all);
                case ONE_AT_RANDOM -> tryOne(part, features[tried], positive, all);
            };
        }
        return bestPurity > Double.NEGATIVE_INFINITY;
    }

    /// Tries all limits of a feature.
    ///
    /// @return whether the feature varies in the node
    private boolean tryEvery(Part part, int feature, long positive, long all) {
        int size = part.to - part.from;
        for (int at = 0; at < size; at++) {
            int row = rows[part.from + at];
            sorted[at] = (long) cases.rank(feature, row) << Integer.SIZE | row;
        }
        Arrays.sort(sorted, 0, size);
        double highest = cases.value(feature, (int) sorted[size - 1]);
        double before = cases.value(feature, (int) sorted[0]);
        if (highest <= before + SAME) {
            return false;
        }
        long left = 0;
        long leftPositive = 0;
        for (int at = 1; at < size; at++) {
            int passed = (int) sorted[at - 1];
            left += weights[passed];
            leftPositive += cases.positive(passed) ? weights[passed] : 0;
            double value = cases.value(feature, (int) sorted[at]);
            if (value > before + SAME && at >= rule.leastCases() && size - at >= rule.leastCases()) {
                double halfway = before / 2 + value / 2;
                consider(feature, halfway < value ? halfway : before, leftPositive, left, positive, all);
            }
            before = value;
        }
        return true;
    }

    /// Tries one limit between the smallest and the largest value.
    ///
    /// @return whether the feature varies in the node
    private boolean tryOne(Part part, int feature, long positive, long all) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int at = part.from; at < part.to; at++) {
            double value = cases.value(feature, rows[at]);
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        if (highest <= lowest + SAME) {
            return false;
        }
        double drawn = lowest + random.nextDouble() * (highest - lowest);
        double limit = drawn < highest ? drawn : lowest;
        long left = 0;
        long leftPositive = 0;
        int leftCases = 0;
        for (int at = part.from; at < part.to; at++) {
            int row = rows[at];
            if (cases.value(feature, row) <= limit) {
                leftCases++;
                left += weights[row];
                leftPositive += cases.positive(row) ? weights[row] : 0;
            }
        }
        if (leftCases >= rule.leastCases() && part.to - part.from - leftCases >= rule.leastCases()) {
            consider(feature, limit, leftPositive, left, positive, all);
        }
        return true;
    }

    private void consider(int feature, double limit, long leftPositive, long left, long positive, long all) {
        double purity = purity(leftPositive, left) + purity(positive - leftPositive, all - left);
        if (purity > bestPurity) {
            bestPurity = purity;
            bestFeature = feature;
            bestLimit = limit;
        }
    }

    /// (n₀² + n₁²) / n.
    private static double purity(long positive, long all) {
        double n1 = (double) positive;
        double n0 = (double) (all - positive);
        return (n0 * n0 + n1 * n1) / (double) all;
    }

    /// Puts the cases that go left first.
    ///
    /// @return where those that go right start
    private int divide(Part part, int feature, double limit) {
        int middle = part.from;
        for (int at = part.from; at < part.to; at++) {
            int row = rows[at];
            if (cases.value(feature, row) <= limit) {
                rows[at] = rows[middle];
                rows[middle++] = row;
            }
        }
        return middle;
    }
}
