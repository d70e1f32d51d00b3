package org.trabecula.stats.roc;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Quantiles;

/// Percentile intervals of the area by drawing whole patients with replacement.
///
/// Each replicate draws as many patients as there are, keeps all rows of each draw, and takes the area of the result.
/// Replicates without a case or without a control have no area; they are counted and left out. Replicate b draws from
/// the stream `bootstrap/auc/b`, so the result does not depend on threads.
///
/// Source: Efron and Tibshirani 1993, chapter 13; clusters as units: Field and Welsh 2007,
/// doi:10.1111/j.1467-9868.2007.00593.x.
public final class PatientBootstrap {
    private PatientBootstrap() {}

    /// Bootstrap interval of one score's area.
    ///
    /// @param replicates such as 2000
    /// @param level      of the interval, such as 0.95
    /// @param jobs       threads
    public static BootstrapInterval auc(
            Outcome outcome,
            double[] score,
            Clusters clusters,
            Direction direction,
            int replicates,
            double level,
            RandomStreams streams,
            int jobs) {
        double estimate = SortedScores.of(outcome, score, direction).auc();
        RankedRows ranked = RankedRows.of(outcome, score, clusters, direction);
        return interval(
                estimate, replicates, level, jobs, b -> ranked.auc(ranked.draw(streams.stream("bootstrap/auc/" + b))));
    }

    /// Bootstrap interval of the difference of two areas on the same rows, A − B, both on the same draws.
    public static BootstrapInterval difference(
            Outcome outcome,
            double[] scoreA,
            double[] scoreB,
            Clusters clusters,
            Direction direction,
            int replicates,
            double level,
            RandomStreams streams,
            int jobs) {
        RankedRows a = RankedRows.of(outcome, scoreA, clusters, direction);
        RankedRows b = RankedRows.of(outcome, scoreB, clusters, direction);
        double estimate = SortedScores.of(outcome, scoreA, direction).auc()
                - SortedScores.of(outcome, scoreB, direction).auc();
        return interval(estimate, replicates, level, jobs, replicate -> {
            int[] times = a.draw(streams.stream("bootstrap/auc/" + replicate));
            return a.auc(times) - b.auc(times);
        });
    }

    /// @param statistic of a replicate by its number; NaN where it has none
    static BootstrapInterval interval(
            double estimate, int replicates, double level, int jobs, java.util.function.IntToDoubleFunction statistic) {
        if (replicates < 2) {
            throw new IllegalArgumentException("a bootstrap needs at least 2 replicates, got " + replicates);
        }
        List<Double> all = Parallel.map(replicates, jobs, statistic::applyAsDouble);
        double[] values =
                all.stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double tail = (1 - level) / 2;
        return new BootstrapInterval(
                estimate,
                Math.sqrt(squares / (values.length - 1.0)),
                Quantiles.type7OfSorted(values, tail),
                Quantiles.type7OfSorted(values, 1 - tail),
                level,
                replicates,
                replicates - values.length);
    }
}
