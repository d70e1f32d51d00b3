package org.trabecula.stats.tests;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// p values of many tests, adjusted; R's `p.adjust`. A NaN stays NaN and is not counted.
public final class AdjustedP {
    private AdjustedP() {}

    /// False discovery rate: min over larger p of p·n/rank.
    ///
    /// Source: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
    public static double[] benjaminiHochberg(double... p) {
        return fromLargest(p, 1);
    }

    /// False discovery rate under any dependence: as above, times Σ 1/i.
    ///
    /// Source: Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998.
    public static double[] benjaminiYekutieli(double... p) {
        double harmonic = 0;
        for (int i = 1; i <= present(p).length; i++) {
            harmonic += 1.0 / i;
        }
        return fromLargest(p, harmonic);
    }

    /// Family-wise error: max over smaller p of p·(n − rank + 1).
    ///
    /// Source: Holm 1979, Scandinavian Journal of Statistics 6, 65–70.
    public static double[] holm(double... p) {
        int[] order = present(p);
        double[] adjusted = nan(p.length);
        double running = 0;
        for (int k = 0; k < order.length; k++) {
            running = Math.max(running, (order.length - k) * p[order[k]]);
            adjusted[order[k]] = Math.min(1, running);
        }
        return adjusted;
    }

    /// Family-wise error: p·n.
    public static double[] bonferroni(double... p) {
        int n = present(p).length;
        return Arrays.stream(p).map(one -> Double.isNaN(one) ? one : Math.min(1, n * one)).toArray();
    }

    private static double[] fromLargest(double[] p, double factor) {
        int[] order = present(p);
        double[] adjusted = nan(p.length);
        double n = order.length;
        double running = 1;
        for (int k = order.length - 1; k >= 0; k--) {
            running = Math.min(running, factor * n / (k + 1) * p[order[k]]);
            adjusted[order[k]] = running;
        }
        return adjusted;
    }

    /// Positions of the values that exist, by rising p, equal ones in their order.
    private static int[] present(double[] p) {
        return IntStream.range(0, p.length)
                .filter(k -> !Double.isNaN(p[k]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> p[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] nan(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
