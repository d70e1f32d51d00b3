package org.trabecula.stats.calibration;

import java.util.ArrayList;
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

/// Percentile intervals of the loess calibration curve at given probabilities, by drawing whole patients with replacement.
///
/// Pointwise: the band as a whole covers less than its level. A draw has no curve beyond its own probabilities, nor where it holds
/// fewer than [#FEWEST] different ones; where fewer than half of the draws have a value there is no interval. Replicate b draws from the
/// stream `bootstrap/calibration/b`, so the result does not depend on threads.
///
/// Source of the curve: Austin and Steyerberg 2014, doi:10.1002/sim.5941, span 0.75.
///
/// @param at        ascending probabilities
/// @param intervals one each; [Interval#NONE] where there is none
public record CalibrationBand(List<Double> at, List<Interval> intervals) {
    /// Different probabilities that a local parabola needs with room to spare.
    private static final int FEWEST = 5;
    private static final double SPAN = 0.75;
    private static final int POINTS = 41;

    public CalibrationBand {
        at = List.copyOf(at);
        intervals = List.copyOf(intervals);
        if (at.size() != intervals.size()) {
            throw new IllegalArgumentException(at.size() + " probabilities, " + intervals.size() + " intervals");
        }
    }

    /// Without points: none was asked for, or the probabilities are all the same.
    public static final CalibrationBand NONE = new CalibrationBand(List.of(), List.of());

    /// At 41 probabilities from the smallest to the largest.
    ///
    /// @param replicates such as 500
    /// @param level      of each interval, such as 0.95
    public static CalibrationBand of(
            Outcome outcome, double[] p, Clusters clusters, int replicates, double level, RandomStreams streams, int jobs) {
        outcome.requireBothClasses();
        outcome.requireProbabilities("probability", p);
        double low = Arrays.stream(p).min().orElseThrow();
        double high = Arrays.stream(p).max().orElseThrow();
        if (!(high > low)) {
            return NONE;
        }
        double[] at = IntStream.range(0, POINTS).mapToDouble(k -> low + (high - low) * k / (POINTS - 1)).toArray();
        int[][] members = clusters.members();
        List<double[]> drawn = Parallel.map(
                replicates, jobs, b -> replicate(outcome, p, members, at, streams.stream("bootstrap/calibration/" + b)));
        List<Interval> intervals = new ArrayList<>();
        double tail = (1 - level) / 2;
        for (int k = 0; k < at.length; k++) {
            int point = k;
            double[] values =
                    drawn.stream().mapToDouble(curve -> curve[point]).filter(v -> !Double.isNaN(v)).sorted().toArray();
            intervals.add(2 * values.length < replicates
                    ? Interval.NONE
                    : new Interval(
                            share(Quantiles.type7OfSorted(values, tail)), share(Quantiles.type7OfSorted(values, 1 - tail))));
        }
        return new CalibrationBand(Arrays.stream(at).boxed().toList(), intervals);
    }

    /// A parabola may leave the scale of shares.
    private static double share(double value) {
        return Math.clamp(value, 0.0, 1.0);
    }

    private static double[] replicate(Outcome outcome, double[] p, int[][] members, double[] at, SplittableRandom random) {
        int[] rows = IntStream.range(0, members.length)
                .map(_ -> random.nextInt(members.length))
                .flatMap(cluster -> Arrays.stream(members[cluster]))
                .toArray();
        double[] x = Arrays.stream(rows).mapToDouble(row -> p[row]).toArray();
        double[] y = Arrays.stream(rows).mapToDouble(outcome::y).toArray();
        double[] none = new double[at.length];
        Arrays.fill(none, Double.NaN);
        if (Arrays.stream(x).distinct().limit(FEWEST).count() < FEWEST) {
            return none;
        }
        SmoothCurve curve = Loess.fit(x, y, SPAN);
        return Arrays.stream(at).map(curve::at).toArray();
    }
}
