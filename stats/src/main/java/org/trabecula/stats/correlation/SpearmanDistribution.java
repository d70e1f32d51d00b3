package org.trabecula.stats.correlation;

import org.trabecula.stats.Normal;

/// The distribution of S = Σ (rank x − rank y)² when nothing is associated and nothing tied.
///
/// Up to n = 9 all permutations are counted; beyond, Edgeworth's series with AS 89's coefficients.
///
/// Source: Best and Roberts 1975, AS 89, doi:10.2307/2347111.
final class SpearmanDistribution {
    static final int LARGEST_EXACT = 9;

    private SpearmanDistribution() {}

    /// P(S ≥ s) for whole, even or odd, s.
    static double atLeast(int n, double s) {
        double largest = ((double) n * n * n - n) / 3;
        if (s <= 0) {
            return 1;
        }
        if (s > largest) {
            return 0;
        }
        return n <= LARGEST_EXACT
                ? (double) countAtLeast(n, s) / factorial(n)
                : Math.clamp(Normal.upperTail(argument(n, s)) + correction(n, s), 0.0, 1.0);
    }

    /// P(S < s).
    static double below(int n, double s) {
        double largest = ((double) n * n * n - n) / 3;
        if (s <= 0) {
            return 0;
        }
        if (s > largest) {
            return 1;
        }
        return n <= LARGEST_EXACT
                ? 1 - (double) countAtLeast(n, s) / factorial(n)
                : Math.clamp(Normal.cdf(argument(n, s)) - correction(n, s), 0.0, 1.0);
    }

    /// −rho·√(n − 1) of S − 1, the middle between possible values.
    private static double argument(int n, double s) {
        return (6 * (s - 1) / n / ((double) n * n - 1) - 1) * Math.sqrt(n - 1.0);
    }

    private static double correction(int n, double s) {
        double b = 1.0 / n;
        double x = argument(n, s);
        double y = x * x;
        double u = x * b * (0.2274 + b * (0.2531 + 0.1745 * b)
                + y * (-0.0758 + b * (0.1033 + 0.3932 * b)
                        - y * b * (0.0879 + 0.0151 * b
                                - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
        return u / Math.exp(y / 2);
    }

    private static long countAtLeast(int n, double s) {
        return count(n, 0, 0, 0, s);
    }

    /// Permutations that extend the first `placed` entries and reach a sum of squares of at least s.
    private static long count(int n, int placed, int used, double sum, double s) {
        if (placed == n) {
            return sum >= s ? 1 : 0;
        }
        long count = 0;
        for (int value = 0; value < n; value++) {
            if ((used >> value & 1) == 0) {
                double d = placed - value;
                count += count(n, placed + 1, used | 1 << value, sum + d * d, s);
            }
        }
        return count;
    }

    private static long factorial(int n) {
        long product = 1;
        for (int k = 2; k <= n; k++) {
            product *= k;
        }
        return product;
    }
}
