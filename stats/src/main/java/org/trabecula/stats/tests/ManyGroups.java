package org.trabecula.stats.tests;

import java.util.Arrays;
import java.util.List;
import org.trabecula.stats.Magnitude;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Ranks;

/// Tests of more than two groups.
public final class ManyGroups {
    private ManyGroups() {}

    /// One-way analysis of variance with equal variances: F = (SS_between/(k − 1)) / (SS_within/(N − k)).
    public static TestResult anova(List<double[]> samples) {
        List<double[]> groups = nearOne(samples);
        double[] all = joined(groups);
        double within = 0;
        for (double[] group : groups) {
            within += Moments.sumOfSquares(group);
        }
        double df1 = groups.size() - 1.0;
        double df2 = all.length - (double) groups.size();
        double between = 0;
        double grand = Moments.mean(all);
        for (double[] group : groups) {
            double away = Moments.mean(group) - grand;
            between += group.length * away * away;
        }
        double f = between / df1 / (within / df2);
        return TestResult.ofF("one-way ANOVA", f, df1, df2, Tails.f(f, df1, df2));
    }

    /// One-way analysis without equal variances.
    ///
    /// Source: Welch 1951, doi:10.1093/biomet/38.3-4.330.
    public static TestResult welchAnova(List<double[]> samples) {
        List<double[]> groups = nearOne(samples);
        double k = groups.size();
        double weights = 0;
        double mean = 0;
        for (double[] group : groups) {
            double w = group.length / Moments.variance(group);
            weights += w;
            mean += w * Moments.mean(group);
        }
        mean /= weights;
        double between = 0;
        double spread = 0;
        for (double[] group : groups) {
            double w = group.length / Moments.variance(group);
            double away = Moments.mean(group) - mean;
            between += w * away * away;
            spread += (1 - w / weights) * (1 - w / weights) / (group.length - 1);
        }
        spread /= k * k - 1;
        double f = between / ((k - 1) * (1 + 2 * (k - 2) * spread));
        return TestResult.ofF("Welch's ANOVA", f, k - 1, 1 / (3 * spread), Tails.f(f, k - 1, 1 / (3 * spread)));
    }

    /// Kruskal and Wallis: H = (12/(N(N+1)) Σ R_g²/n_g − 3(N+1)) / (1 − Σ(t³ − t)/(N³ − N)), chi-square on k − 1.
    ///
    /// Source: Kruskal and Wallis 1952, doi:10.1080/01621459.1952.10483441.
    public static TestResult kruskalWallis(List<double[]> groups) {
        double[] all = joined(groups);
        double n = all.length;
        double[] ranks = Ranks.average(all);
        double sum = 0;
        int start = 0;
        for (double[] group : groups) {
            double ofGroup = Arrays.stream(ranks, start, start + group.length).sum();
            sum += ofGroup * ofGroup / group.length;
            start += group.length;
        }
        double h = (12 * sum / (n * (n + 1)) - 3 * (n + 1)) / (1 - Ranks.tieTerm(all) / (n * n * n - n));
        return TestResult.of("Kruskal-Wallis", h, groups.size() - 1.0, Tails.chiSquare(h, groups.size() - 1.0));
    }

    /// F does not depend on the unit.
    private static List<double[]> nearOne(List<double[]> samples) {
        double unit = Magnitude.unit(samples.toArray(double[][]::new));
        return samples.stream().map(sample -> Magnitude.times(sample, unit)).toList();
    }

    private static double[] joined(List<double[]> groups) {
        return groups.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
