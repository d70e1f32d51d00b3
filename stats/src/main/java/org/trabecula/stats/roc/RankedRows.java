package org.trabecula.stats.roc;

import java.util.SplittableRandom;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Ranks;

/// Rows in ascending order of score, cases turned to be higher, ready to be counted several times each: a bootstrap
/// replicate is a pass over them, without sorting again.
///
/// @param cluster of the row at each rank
/// @param isCase  whether it is a case
/// @param tiedWithNext whether the next has the same score
/// @param clusters how many there are
record RankedRows(int[] cluster, boolean[] isCase, boolean[] tiedWithNext, int clusters) {
    static RankedRows of(Outcome outcome, double[] score, Clusters clusters, Direction direction) {
        double[] upwards = new double[score.length];
        for (int row = 0; row < score.length; row++) {
            upwards[row] = direction.upwards(score[row]);
        }
        int[] rows = Ranks.order(upwards);
        int[] cluster = new int[rows.length];
        boolean[] isCase = new boolean[rows.length];
        boolean[] tiedWithNext = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            cluster[k] = clusters.of(rows[k]);
            isCase[k] = outcome.isCase(rows[k]);
            tiedWithNext[k] = k + 1 < rows.length && upwards[rows[k]] == upwards[rows[k + 1]];
        }
        return new RankedRows(cluster, isCase, tiedWithNext, clusters.count());
    }

    /// Draws as many clusters as there are, with replacement: how often each was drawn.
    int[] draw(SplittableRandom random) {
        int[] times = new int[clusters];
        for (int k = 0; k < clusters; k++) {
            times[random.nextInt(clusters)]++;
        }
        return times;
    }

    /// The area when the rows of cluster c count `times[c]` times; NaN without a case or without a control.
    double auc(int[] times) {
        long halfWins = 0;
        long controlsBelow = 0;
        long casesHere = 0;
        long controlsHere = 0;
        long cases = 0;
        for (int k = 0; k < cluster.length; k++) {
            int weight = times[cluster[k]];
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

    /// The sensitivity of the counted rows at each specificity, linear between the corners of their curve and the highest
    /// where several corners have it; NaN without a case or without a control.
    ///
    /// @param specificities ascending, each in 0 … 1
    double[] sensitivities(int[] times, double[] specificities) {
        double cases = 0;
        double controls = 0;
        for (int k = 0; k < cluster.length; k++) {
            if (isCase[k]) {
                cases += times[cluster[k]];
            } else {
                controls += times[cluster[k]];
            }
        }
        double[] found = new double[specificities.length];
        if (cases == 0 || controls == 0) {
            java.util.Arrays.fill(found, Double.NaN);
            return found;
        }
        double specificityBefore = 0;
        double sensitivityBefore = 1;
        int next = 0;
        while (next < found.length && specificities[next] == 0) {
            found[next++] = 1;
        }
        long casesBelow = 0;
        long controlsBelow = 0;
        for (int k = 0; k < cluster.length && next < found.length; k++) {
            if (isCase[k]) {
                casesBelow += times[cluster[k]];
            } else {
                controlsBelow += times[cluster[k]];
            }
            if (tiedWithNext[k]) {
                continue;
            }
            double specificity = controlsBelow / controls;
            double sensitivity = (cases - casesBelow) / cases;
            while (next < found.length && specificity >= specificities[next]) {
                double share = (specificities[next] - specificityBefore) / (specificity - specificityBefore);
                found[next] = specificity == specificities[next]
                        ? sensitivity
                        : sensitivityBefore + share * (sensitivity - sensitivityBefore);
                next++;
            }
            specificityBefore = specificity;
            sensitivityBefore = sensitivity;
        }
        return found;
    }
}
