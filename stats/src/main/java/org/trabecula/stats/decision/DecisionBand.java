package org.trabecula.stats.decision;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.core.Parallel;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Quantiles;

/// Percentile intervals of net benefit, threshold by threshold, by drawing whole patients with replacement.
///
/// Pointwise: the band as a whole covers less than its level. The prevalence is that of each replicate. Replicate b draws
/// from the stream `bootstrap/decision/b`, so the result does not depend on threads.
public final class DecisionBand {
    private DecisionBand() {}

    /// @param replicates such as 1000; those without a class are left out
    /// @param level      of each interval, such as 0.95
    /// @return one interval a threshold
    public static List<Interval> netBenefit(
            Outcome outcome,
            double[] p,
            Clusters clusters,
            double[] thresholds,
            int replicates,
            double level,
            RandomStreams streams,
            int jobs) {
        outcome.requireBothClasses();
        outcome.requireProbabilities("probability", p);
        int[][] members = clusters.members();
        List<double[]> drawn = Parallel.map(
                replicates, jobs, b -> replicate(outcome, p, members, thresholds, streams.stream("bootstrap/decision/" + b)));
        double tail = (1 - level) / 2;
        return java.util.stream.IntStream.range(0, thresholds.length)
                .mapToObj(t -> {
                    double[] benefit = drawn.stream()
                            .mapToDouble(row -> row[t])
                            .filter(v -> !Double.isNaN(v))
                            .sorted()
                            .toArray();
                    return new Interval(
                            Quantiles.type7OfSorted(benefit, tail), Quantiles.type7OfSorted(benefit, 1 - tail));
                })
                .toList();
    }

    private static double[] replicate(
            Outcome outcome, double[] p, int[][] members, double[] thresholds, SplittableRandom random) {
        int[] drawn = new int[members.length];
        int rows = 0;
        for (int k = 0; k < members.length; k++) {
            drawn[k] = random.nextInt(members.length);
            rows += members[drawn[k]].length;
        }
        int[] chosen = new int[rows];
        int next = 0;
        for (int cluster : drawn) {
            for (int row : members[cluster]) {
                chosen[next++] = row;
            }
        }
        double[] benefit = new double[thresholds.length];
        Outcome here = outcome.select(chosen);
        if (here.cases() == 0 || here.controls() == 0) {
            Arrays.fill(benefit, Double.NaN);
            return benefit;
        }
        double[] score = Arrays.stream(chosen).mapToDouble(row -> p[row]).toArray();
        List<DecisionPoint> points = DecisionCurve.of(here, score, thresholds).model();
        for (int t = 0; t < benefit.length; t++) {
            benefit[t] = points.get(t).netBenefit();
        }
        return benefit;
    }
}
