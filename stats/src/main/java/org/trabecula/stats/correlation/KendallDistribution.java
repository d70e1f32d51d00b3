package org.trabecula.stats.correlation;

/// The distribution of T, the number of concordant pairs, when nothing is associated and nothing tied.
///
/// The number of permutations of n with T = t concordant pairs is built up element by element: placing the k-th adds
/// 0 … k − 1 pairs.
final class KendallDistribution {
    private KendallDistribution() {}

    /// min(1, 2 min(P(T ≤ t), P(T ≥ t))).
    static double twoSided(int n, long t) {
        double[] probability = probabilities(n);
        double atMost = 0;
        double atLeast = 0;
        for (int k = 0; k < probability.length; k++) {
            atMost += k <= t ? probability[k] : 0;
            atLeast += k >= t ? probability[k] : 0;
        }
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    private static double[] probabilities(int n) {
        double[] now = {1};
        for (int k = 2; k <= n; k++) {
            double[] next = new double[now.length + k - 1];
            for (int t = 0; t < now.length; t++) {
                for (int added = 0; added < k; added++) {
                    next[t + added] += now[t] / k;
                }
            }
            now = next;
        }
        return now;
    }
}
