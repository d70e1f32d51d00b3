package org.trabecula.stats.glm;

import java.util.Arrays;
import java.util.Comparator;

/// Concordance of a score with an outcome: the share of comparable pairs that the score puts in the right order, ties of
/// the score counting one half; a pair counts the product of its weights.
///
/// Harrell's C of survival times: a pair is comparable when the earlier time is an event; at equal times an event comes
/// before a censored case, two events are not comparable. NaN where no pair is comparable.
///
/// Source: Harrell, Lee, Mark 1996; `concordance()` of R's survival package (which agrees on ties).
public final class Concordance {
    private Concordance() {}

    /// Harrell's C; a higher `risk` should mean an earlier event. Compares all pairs: n² steps.
    ///
    /// @param event 1 for an event, 0 for a censored time
    public static double survival(double[] time, double[] event, double[] risk, double[] weight) {
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < time.length; i++) {
            if (event[i] == 0) {
                continue;
            }
            for (int j = 0; j < time.length; j++) {
                if (time[j] > time[i] || (time[j] == time[i] && event[j] == 0)) {
                    double pair = weight[i] * weight[j];
                    pairs += pair;
                    right += risk[i] > risk[j] ? pair : risk[i] == risk[j] ? pair / 2 : 0;
                }
            }
        }
        return right / pairs;
    }

    /// The area under the ROC curve of a 0/1 outcome with weights; a higher `score` should mean 1.
    public static double binary(double[] y, double[] score, double[] weight) {
        Integer[] order = new Integer[y.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> score[i]));
        double below = 0; // weight of class 0 with a lower score
        double right = 0;
        double ones = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double zerosHere = 0;
            double onesHere = 0;
            while (to < order.length && score[order[to]] == score[order[from]]) {
                int i = order[to++];
                zerosHere += (1 - y[i]) * weight[i];
                onesHere += y[i] * weight[i];
            }
            right += onesHere * (below + zerosHere / 2);
            below += zerosHere;
            ones += onesHere;
            from = to;
        }
        return right / (ones * below);
    }
}
