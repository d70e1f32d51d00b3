package org.trabecula.stats.roc;

import java.util.Arrays;
import java.util.List;
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
        RankedRows ranked = RankedRows.of(outcome, score, clusters, direction);
        double[] ascending = specificities.clone();
        Arrays.sort(ascending);
        List<double[]> drawn = Parallel.map(
                replicates, jobs,
                b -> ranked.sensitivities(ranked.draw(streams.stream("bootstrap/roc/" + b)), ascending));
        double tail = (1 - level) / 2;
        return IntStream.range(0, specificities.length)
                .map(k -> Arrays.binarySearch(ascending, specificities[k]))
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
}
