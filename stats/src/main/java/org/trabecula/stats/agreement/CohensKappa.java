package org.trabecula.stats.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Quantiles;

/// Cohen's kappa of two readers: agreement beyond what their own frequencies would give by chance.
///
/// ```
/// κ = (p_o − p_e) / (1 − p_e),   p_o = Σ_i p_ii,   p_e = Σ_i p_i. p_.i
/// ```
///
/// `p_ij` is the share of cases that the first reader calls i and the second j. In [−1, 1]; NaN where both readers give one and the
/// same class to every case (p_e = 1) and where there is no case.
///
/// Its standard error is the asymptotic one, for any κ, not the one under κ = 0:
///
/// ```
/// se² = ( Σ_i p_ii ((1 − p_e) − (p_.i + p_i.)(1 − p_o))² + (1 − p_o)² Σ_{i≠j} p_ij (p_.i + p_j.)² − (p_o p_e − 2 p_e + p_o)² ) / (n (1 − p_e)⁴)
/// ```
///
/// Sources: Cohen 1960, doi:10.1177/001316446002000104; Fleiss, Cohen and Everitt 1969, doi:10.1037/h0028106.
///
/// @param kappa         the estimate
/// @param standardError asymptotic; cases are taken as independent
/// @param observed      p_o
/// @param expected      p_e
/// @param cases         n
public record CohensKappa(double kappa, double standardError, double observed, double expected, int cases) {
    /// @param counts a row a class of the first reader, a column a class of the second, the same classes in the same order
    public static CohensKappa of(int[][] counts) {
        int classes = counts.length;
        double[] first = new double[classes];
        double[] second = new double[classes];
        int n = 0;
        for (int i = 0; i < classes; i++) {
            if (counts[i].length != classes) {
                throw new IllegalArgumentException("counts must be square, row " + i + " of " + classes + " has " + counts[i].length);
            }
            for (int j = 0; j < classes; j++) {
                first[i] += counts[i][j];
                second[j] += counts[i][j];
                n += counts[i][j];
            }
        }
        double po = 0;
        double pe = 0;
        for (int i = 0; i < classes; i++) {
            po += (double) counts[i][i] / n;
            pe += first[i] / n * (second[i] / n);
        }
        boolean oneClass = Arrays.stream(first).anyMatch(all(n)) && Arrays.stream(second).anyMatch(all(n)) && po == 1;
        double kappa = oneClass ? Double.NaN : (po - pe) / (1 - pe); // 0/0 by rounding might be anything
        return new CohensKappa(kappa, oneClass ? Double.NaN : standardError(counts, first, second, po, pe, n), po, pe, n);
    }

    private static java.util.function.DoublePredicate all(int n) {
        return count -> count == n;
    }

    private static double standardError(int[][] counts, double[] first, double[] second, double po, double pe, int n) {
        double agreeing = 0;
        double differing = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                double p = (double) counts[i][j] / n;
                if (i == j) {
                    double term = (1 - pe) - (second[i] + first[i]) / n * (1 - po);
                    agreeing += p * term * term;
                } else {
                    double term = (second[i] + first[j]) / n;
                    differing += p * term * term;
                }
            }
        }
        double last = po * pe - 2 * pe + po;
        double variance = (agreeing + (1 - po) * (1 - po) * differing - last * last) / (n * Math.pow(1 - pe, 4));
        return Math.sqrt(Math.max(0, variance)); // perfect agreement: 0, or a rounding below
    }

    /// κ ± z se, no further than −1 and 1.
    ///
    /// @param level such as 0.95
    public Interval asymptotic(double level) {
        double z = Normal.quantile(1 - (1 - level) / 2);
        return Double.isNaN(kappa)
                ? Interval.NONE
                : new Interval(Math.max(-1, kappa - z * standardError), Math.min(1, kappa + z * standardError));
    }

    /// Percentile interval by drawing whole patients with replacement, for readings that come in clusters. Draws without a κ are left
    /// out. Draw b is from the stream `bootstrap/kappa/b`.
    ///
    /// @param first    class of each case by the first reader, 0 … classes − 1
    /// @param second   by the second
    /// @param patients whose cases they are
    public static Interval byPatient(
            int[] first, int[] second, Clusters patients, int classes, int draws, double level, RandomStreams streams, int jobs) {
        int[][] members = patients.members();
        double[] kappas = Parallel.map(draws, jobs, b -> {
            SplittableRandom random = streams.stream("bootstrap/kappa/" + b);
            int[][] counts = new int[classes][classes];
            IntStream.range(0, members.length).forEach(_ -> {
                for (int row : members[random.nextInt(members.length)]) {
                    counts[first[row]][second[row]]++;
                }
            });
            return of(counts).kappa();
        }).stream().mapToDouble(Double::doubleValue).filter(kappa -> !Double.isNaN(kappa)).sorted().toArray();
        if (kappas.length < 2) {
            return Interval.NONE;
        }
        double tail = (1 - level) / 2;
        return new Interval(Quantiles.type7OfSorted(kappas, tail), Quantiles.type7OfSorted(kappas, 1 - tail));
    }
}
