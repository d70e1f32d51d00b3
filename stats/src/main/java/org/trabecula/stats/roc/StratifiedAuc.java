package org.trabecula.stats.roc;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Ranks;

/// The area when a case is compared only with controls of its own stratum.
///
/// ```
/// A = Σ_s Σ_i∈s Σ_j∈s [X_i > Y_j] + ½ [X_i = Y_j]  /  Σ_s m_s n_s
/// ```
///
/// It is the mean of the strata's areas, weighted by their pairs m_s n_s of a case and a control; a stratum of one class has none.
/// NaN where no stratum has a pair. The interval is a percentile one, whole patients drawn: replicate b draws from the stream
/// `bootstrap/stratified/b`, so the result does not depend on threads.
///
/// Source: Janes and Pepe 2009 (covariate-adjusted area), doi:10.1093/biomet/asp002.
public final class StratifiedAuc {
    private final int[] order;
    private final double[] score;
    private final int[] stratum;
    private final boolean[] isCase;
    private final int strata;
    private final boolean higher;

    private StratifiedAuc(Outcome outcome, double[] score, int[] stratum, Direction direction) {
        this.order = Ranks.order(score);
        this.score = score;
        this.stratum = stratum;
        this.isCase = new boolean[stratum.length];
        for (int row = 0; row < isCase.length; row++) {
            isCase[row] = outcome.isCase(row);
        }
        this.strata = Arrays.stream(stratum).max().orElse(-1) + 1;
        this.higher = direction == Direction.CASES_HIGHER;
    }

    /// @param stratum    one a row, from 0; negative for rows in none
    /// @param replicates draws of patients, at least 2; 0: no interval
    public static BootstrapInterval of(
            Outcome outcome, double[] score, int[] stratum, Clusters clusters, Direction direction, int replicates, double level,
            RandomStreams streams, int jobs) {
        outcome.requireFinite("score", score);
        StratifiedAuc rows = new StratifiedAuc(outcome, score, stratum, direction);
        int[] once = new int[score.length];
        Arrays.fill(once, 1);
        double estimate = rows.auc(once);
        if (replicates == 0) {
            return new BootstrapInterval(estimate, Double.NaN, Double.NaN, Double.NaN, level, 0, 0);
        }
        return PatientBootstrap.interval(
                estimate, replicates, level, jobs,
                b -> rows.auc(draw(clusters, streams.stream("bootstrap/stratified/" + b))));
    }

    private static int[] draw(Clusters clusters, SplittableRandom random) {
        int[] times = new int[clusters.count()];
        for (int k = 0; k < times.length; k++) {
            times[random.nextInt(times.length)]++;
        }
        int[] ofRow = new int[clusters.rows()];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = times[clusters.of(row)];
        }
        return ofRow;
    }

    /// With each row as often as it was drawn.
    private double auc(int[] times) {
        double[] controlsBelow = new double[strata];
        double[] cases = new double[strata];
        double won = 0;
        int at = 0;
        while (at < order.length) {
            int end = at;
            while (end < order.length && score[order[end]] == score[order[at]]) {
                end++;
            }
            for (int k = at; k < end; k++) { // half of a tie for each control that scores the same
                int row = order[k];
                if (stratum[row] >= 0 && !isCase[row]) {
                    controlsBelow[stratum[row]] += 0.5 * times[row];
                }
            }
            for (int k = at; k < end; k++) {
                int row = order[k];
                if (stratum[row] >= 0 && isCase[row]) {
                    won += times[row] * controlsBelow[stratum[row]];
                    cases[stratum[row]] += times[row];
                }
            }
            for (int k = at; k < end; k++) {
                int row = order[k];
                if (stratum[row] >= 0 && !isCase[row]) {
                    controlsBelow[stratum[row]] += 0.5 * times[row];
                }
            }
            at = end;
        }
        double pairs = 0;
        for (int s = 0; s < strata; s++) {
            pairs += cases[s] * controlsBelow[s];
        }
        double area = won / pairs; // 0/0 = NaN: no pair
        return higher ? area : 1 - area;
    }
}
