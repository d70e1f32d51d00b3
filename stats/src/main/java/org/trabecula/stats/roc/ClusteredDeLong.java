package org.trabecula.stats.roc;

import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;

/// Area under the curve where rows come in clusters (vertebrae of a patient): DeLong's placements summed by cluster.
///
/// With X_i, Y_i the sums of case and control placements of cluster i, m_i and n_i its cases and controls, I clusters,
/// I10 of them with a case and I01 with a control, m and n all cases and controls:
///
/// ```
/// S10 = I10 / ((I10 − 1) m) Σ (X_i − m_i A)²
/// S01 = I01 / ((I01 − 1) n) Σ (Y_i − n_i A)²
/// S11 = I / (I − 1) Σ (X_i − m_i A)(Y_i − n_i A)
/// var(A) = S10 / m + S01 / n + 2 S11 / (m n)
/// ```
///
/// Clusters of one row give DeLong's variance. Undefined (NaN) when I10 or I01 is below 2. It is not always larger than
/// DeLong's: status that varies within a patient can shrink it.
///
/// Source: Obuchowski 1997, doi:10.2307/2533958.
public final class ClusteredDeLong {
    private ClusteredDeLong() {}

    /// The area with its clustered variance and normal interval, clipped to [0, 1].
    public static AucEstimate estimate(
            Outcome outcome, double[] score, Clusters clusters, Direction direction, double level) {
        return estimate(outcome, clusters, Placements.of(outcome, score, direction), level);
    }

    /// The same from placements.
    public static AucEstimate estimate(Outcome outcome, Clusters clusters, Placements placements, double level) {
        double variance = Deviations.of(outcome, clusters, placements).variance();
        return DeLong.estimate(placements.auc(), variance, level, outcome.cases(), outcome.controls());
    }

    /// Test between two scores of the same rows, with the variance of their difference by clusters.
    public static AucComparison paired(
            Outcome outcome, double[] scoreA, double[] scoreB, Clusters clusters, Direction direction, double level) {
        return paired(
                outcome, clusters, Placements.of(outcome, scoreA, direction), Placements.of(outcome, scoreB, direction), level);
    }

    /// The same from placements of the same rows.
    public static AucComparison paired(Outcome outcome, Clusters clusters, Placements a, Placements b, double level) {
        Deviations difference = Deviations.of(outcome, clusters, a).minus(Deviations.of(outcome, clusters, b));
        return DeLong.compare(a.auc(), b.auc(), difference.variance(), level);
    }

    /// Covariance of the areas of two scores on the same rows.
    public static double covariance(
            Outcome outcome, double[] scoreA, double[] scoreB, Clusters clusters, Direction direction) {
        Deviations a = Deviations.of(outcome, clusters, Placements.of(outcome, scoreA, direction));
        Deviations b = Deviations.of(outcome, clusters, Placements.of(outcome, scoreB, direction));
        return a.covariance(b);
    }

    /// X_i − m_i A and Y_i − n_i A of every cluster.
    private record Deviations(
            double[] ofCases, double[] ofControls, int cases, int controls, int withCase, int withControl) {

        static Deviations of(Outcome outcome, Clusters clusters, Placements placements) {
            if (clusters.rows() != outcome.size()) {
                throw new IllegalArgumentException(
                        "clusters must cover the " + outcome.size() + " rows of the outcome, got " + clusters.rows());
            }
            double[] ofCases = new double[clusters.count()];
            double[] ofControls = new double[clusters.count()];
            boolean[] hasCase = new boolean[clusters.count()];
            boolean[] hasControl = new boolean[clusters.count()];
            int i = 0;
            int j = 0;
            for (int row = 0; row < outcome.size(); row++) {
                int cluster = clusters.of(row);
                if (outcome.isCase(row)) {
                    ofCases[cluster] += placements.ofCase()[i++] - placements.auc();
                    hasCase[cluster] = true;
                } else {
                    ofControls[cluster] += placements.ofControl()[j++] - placements.auc();
                    hasControl[cluster] = true;
                }
            }
            return new Deviations(
                    ofCases, ofControls, outcome.cases(), outcome.controls(), count(hasCase), count(hasControl));
        }

        /// The deviations of the difference of two areas: everything above is linear in the placements.
        Deviations minus(Deviations other) {
            double[] cases10 = ofCases.clone();
            double[] controls01 = ofControls.clone();
            for (int cluster = 0; cluster < cases10.length; cluster++) {
                cases10[cluster] -= other.ofCases[cluster];
                controls01[cluster] -= other.ofControls[cluster];
            }
            return new Deviations(cases10, controls01, cases, controls, withCase, withControl);
        }

        double variance() {
            return covariance(this);
        }

        double covariance(Deviations other) {
            if (withCase < 2 || withControl < 2) {
                return Double.NaN;
            }
            double clusters = ofCases.length;
            double m = cases;
            double n = controls;
            double s10 = withCase / ((withCase - 1) * m) * dot(ofCases, other.ofCases);
            double s01 = withControl / ((withControl - 1) * n) * dot(ofControls, other.ofControls);
            double s11 = clusters / (clusters - 1) * dot(ofCases, other.ofControls);
            double s11Swapped = clusters / (clusters - 1) * dot(other.ofCases, ofControls);
            return s10 / m + s01 / n + (s11 + s11Swapped) / (m * n);
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += a[k] * b[k];
            }
            return sum;
        }

        private static int count(boolean[] flags) {
            int count = 0;
            for (boolean flag : flags) {
                count += flag ? 1 : 0;
            }
            return count;
        }
    }
}
