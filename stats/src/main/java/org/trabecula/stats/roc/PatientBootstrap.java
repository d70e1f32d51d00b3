package org.trabecula.stats.roc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
        RankedRows ranked = RankedRows.of(outcome, score, direction);
        return interval(estimate, replicates, level, jobs, b -> ranked.auc(draw(clusters, b, streams)));
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
        RankedRows a = RankedRows.of(outcome, scoreA, direction);
        RankedRows b = RankedRows.of(outcome, scoreB, direction);
        double estimate = SortedScores.of(outcome, scoreA, direction).auc()
                - SortedScores.of(outcome, scoreB, direction).auc();
        return interval(estimate, replicates, level, jobs, replicate -> {
            int[] times = draw(clusters, replicate, streams);
            return a.auc(times) - b.auc(times);
        });
    }

    /// How often each row is in replicate b.
    private static int[] draw(Clusters clusters, int b, RandomStreams streams) {
        SplittableRandom random = streams.stream("bootstrap/auc/" + b);
        int[] timesOfCluster = new int[clusters.count()];
        for (int k = 0; k < clusters.count(); k++) {
            timesOfCluster[random.nextInt(clusters.count())]++;
        }
        int[] times = new int[clusters.rows()];
        for (int row = 0; row < times.length; row++) {
            times[row] = timesOfCluster[clusters.of(row)];
        }
        return times;
    }

    private static BootstrapInterval interval(
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

    /// Rows in order of score, ready to be weighted.
    private record RankedRows(int[] rows, boolean[] isCase, boolean[] tiedWithNext) {
        static RankedRows of(Outcome outcome, double[] score, Direction direction) {
            double[] upwards = new double[score.length];
            for (int row = 0; row < score.length; row++) {
                upwards[row] = direction.upwards(score[row]);
            }
            int[] rows = org.trabecula.stats.Ranks.order(upwards);
            boolean[] isCase = new boolean[rows.length];
            boolean[] tiedWithNext = new boolean[rows.length];
            for (int k = 0; k < rows.length; k++) {
                isCase[k] = outcome.isCase(rows[k]);
                tiedWithNext[k] = k + 1 < rows.length && upwards[rows[k]] == upwards[rows[k + 1]];
            }
            return new RankedRows(rows, isCase, tiedWithNext);
        }

        /// The area when row r counts `times[r]` times; NaN without a case or without a control.
        double auc(int[] times) {
            long halfWins = 0;
            long controlsBelow = 0;
            long casesHere = 0;
            long controlsHere = 0;
            long cases = 0;
            for (int k = 0; k < rows.length; k++) {
                int weight = times[rows[k]];
                if (isCase[k]) {
                    casesHere += weight;
                } else {
                    controlsHere += weight;
                }
                if (!tiedWithNext[k]) {
                    halfWins += casesHere * (2 * controlsBelow + controlsHere);
                    controlsBelow += controlsHere;
                    cases += casesHere;
                    casesHere = 0;
                    controlsHere = 0;
                }
            }
            return halfWins / (2.0 * cases * controlsBelow);
        }
    }
}
