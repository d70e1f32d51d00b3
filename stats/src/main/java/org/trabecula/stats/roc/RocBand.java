package org.trabecula.stats.roc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Quantiles;

/// Percentile intervals of the sensitivity at given specificities, by drawing whole patients with replacement.
///
/// Pointwise: the band as a whole covers less than its level. Replicate b draws from the stream `bootstrap/roc/b`, so the
/// result does not depend on threads; replicates without a class are left out.
///
/// Source: as pROC's `ci.se`, with patients in place of rows.
public final class RocBand {
    private RocBand() {}

    /// @param specificities each in 0 … 1
    /// @param replicates    such as 2000
    /// @param level         of each interval, such as 0.95
    /// @return one interval of the sensitivity a specificity
    public static List<Interval> sensitivity(
            Outcome outcome,
            double[] score,
            Clusters clusters,
            Direction direction,
            double[] specificities,
            int replicates,
            double level,
            RandomStreams streams,
            int jobs) {
        outcome.requireBothClasses();
        outcome.requireFinite("score", score);
        int[][] members = clusters.members();
        List<double[]> drawn = Parallel.map(replicates, jobs, b -> {
            int[] rows = draw(members, streams.stream("bootstrap/roc/" + b));
            Outcome here = outcome.select(rows);
            double[] sensitivity = new double[specificities.length];
            if (here.cases() == 0 || here.controls() == 0) {
                Arrays.fill(sensitivity, Double.NaN);
                return sensitivity;
            }
            RocCurve curve = RocCurve.of(here, Arrays.stream(rows).mapToDouble(row -> score[row]).toArray(), direction);
            for (int k = 0; k < sensitivity.length; k++) {
                sensitivity[k] = PartialAuc.sensitivityAt(curve, specificities[k]);
            }
            return sensitivity;
        });
        double tail = (1 - level) / 2;
        return IntStream.range(0, specificities.length)
                .mapToObj(k -> {
                    double[] values = drawn.stream()
                            .mapToDouble(replicate -> replicate[k])
                            .filter(v -> !Double.isNaN(v))
                            .sorted()
                            .toArray();
                    return new Interval(
                            Quantiles.type7OfSorted(values, tail), Quantiles.type7OfSorted(values, 1 - tail));
                })
                .toList();
    }

    /// All rows of as many drawn clusters as there are.
    private static int[] draw(int[][] members, SplittableRandom random) {
        return IntStream.range(0, members.length)
                .flatMap(k -> Arrays.stream(members[random.nextInt(members.length)]))
                .toArray();
    }
}
