package org.trabecula.deep.finetune;

import java.util.Arrays;

/// The area under the ROC curve, to watch a training; the statistics of a study are computed elsewhere.
///
/// ```
/// AUC = (Σ ranks of positives − n₁ (n₁ + 1) / 2) / (n₁ n₀)
/// ```
///
/// Tied scores share their mean rank. NaN when one class is missing. Source: Hanley and McNeil 1982,
/// doi:10.1148/radiology.143.1.7063747.
final class RocArea {
    private RocArea() {}

    static double of(double[] scores, int[] outcomes) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, n -> n);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        double rankSum = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int n = from; n < to; n++) {
                if (outcomes[order[n]] == 1) {
                    positives++;
                    rankSum += (from + 1 + to) / 2.0;
                }
            }
            from = to;
        }
        long negatives = scores.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
