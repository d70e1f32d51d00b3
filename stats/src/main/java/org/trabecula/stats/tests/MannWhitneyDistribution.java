package org.trabecula.stats.tests;

/// The distribution of U for samples of m and n values without ties.
///
/// The number of arrangements with U = u is the coefficient of q^u in the Gaussian binomial
///
/// ```
/// Π_{i=1…m} (1 − q^{n+i}) / (1 − q^i)
/// ```
///
/// built factor by factor in mn/2 + 1 doubles; coefficients grow up to the middle, so each is a sum of smaller ones.
final class MannWhitneyDistribution {
    private final double[] cumulative; // P(U ≤ u), u = 0 … mn/2
    private final int largest;

    MannWhitneyDistribution(int m, int n) {
        largest = m * n;
        double[] count = new double[largest / 2 + 1];
        count[0] = 1;
        double arrangements = 1;
        for (int i = 1; i <= Math.min(m, n); i++) {
            int other = Math.max(m, n);
            for (int u = count.length - 1; u >= other + i; u--) {
                count[u] -= count[u - other - i];
            }
            for (int u = i; u < count.length; u++) {
                count[u] += count[u - i];
            }
            arrangements = arrangements * (other + i) / i;
        }
        double sum = 0;
        for (int u = 0; u < count.length; u++) {
            sum += count[u];
            count[u] = sum / arrangements;
        }
        cumulative = count;
    }

    /// P(U ≤ u).
    double atMost(double u) {
        int whole = (int) Math.floor(u);
        if (whole < 0) {
            return 0;
        }
        if (whole >= largest) {
            return 1;
        }
        // by symmetry P(U ≤ u) = 1 − P(U ≤ mn − u − 1)
        return whole < cumulative.length ? cumulative[whole] : 1 - cumulative[largest - whole - 1];
    }

    /// P(U ≥ u) = P(U ≤ mn − u).
    double atLeast(double u) {
        return atMost(largest - u);
    }

    /// The smallest u with P(U ≤ u) ≥ p.
    int quantile(double p) {
        int u = 0;
        while (atMost(u) < p) {
            u++;
        }
        return u;
    }
}
