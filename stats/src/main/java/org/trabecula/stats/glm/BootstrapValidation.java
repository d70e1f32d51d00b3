package org.trabecula.stats.glm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.stats.Matrix;

/// How much a logistic model flatters itself: optimism by the bootstrap, as `validate()` of rms for `lrm`.
///
/// Each resample fits its own model and is judged twice: on itself (training) and on the original data (test), where a
/// logistic regression of the outcome on its linear predictor L gives intercept and slope. Indexes, with n cases, LR the
/// likelihood ratio against the null model, `Dev` = −2ℓ:
///
/// ```
/// Dxy = 2 (C − ½)              R2 = (1 − exp(−LR/n)) / (1 − exp(2 ℓ_0/n))   (Nagelkerke)
/// D = (LR − 1)/n               U = (Dev(L as it is) − Dev(recalibrated) − 2)/n;  −2/n in training
/// Q = D − U                    B = mean (p − y)²
/// g, gp = Gini's mean difference of the (recalibrated) linear predictor, of the probability
/// Emax = max |p − recalibrated p| over p = 0, 0.0005, …, 1, at the corrected intercept and slope
/// ```
///
/// Source: Harrell, Regression Modeling Strategies, 2nd ed., section 5.3; Efron 1983.
public final class BootstrapValidation {
    private static final List<String> NAMES =
            List.of("Dxy", "R2", "Intercept", "Slope", "D", "U", "Q", "B", "g", "gp");
    private static final int EMAX_AFTER = 4;

    private BootstrapValidation() {}

    /// Validates on given resamples.
    ///
    /// @param resamples row numbers of each resample, from 0
    /// @param jobs      threads; the result does not depend on it
    /// @return in rms's order; for Emax, which has no resamples of its own, rms puts the corrected value in three columns
    public static List<ValidationIndex> of(Matrix x, double[] y, List<int[]> resamples, int jobs) {
        double[] original = ofFit(LogisticRegression.fit(x, y), x, y);
        List<double[][]> pairs = Parallel.map(resamples.size(), jobs, b -> {
            int[] rows = resamples.get(b);
            Matrix ownX = x.selectRows(rows);
            double[] ownY = Arrays.stream(rows).mapToDouble(i -> y[i]).toArray();
            LogisticFit own = LogisticRegression.fit(ownX, ownY);
            return new double[][] {ofFit(own, ownX, ownY), onOther(own.linearPredictor(x), y)};
        });
        List<ValidationIndex> lines = new ArrayList<>();
        for (int k = 0; k < NAMES.size(); k++) {
            double training = 0;
            double test = 0;
            for (double[][] pair : pairs) {
                training += pair[0][k] / pairs.size();
                test += pair[1][k] / pairs.size();
            }
            double optimism = training - test;
            lines.add(new ValidationIndex(NAMES.get(k), original[k], training, test, optimism, original[k] - optimism));
        }
        double emax = emax(lines.get(2).corrected(), lines.get(3).corrected());
        lines.add(EMAX_AFTER, new ValidationIndex("Emax", 0, 0, emax, emax, emax));
        return lines;
    }

    /// Resamples of as many cases as there are.
    public static List<int[]> resamples(int cases, int count, SplittableRandom random) {
        List<int[]> resamples = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            resamples.add(IntStream.generate(() -> random.nextInt(cases)).limit(cases).toArray());
        }
        return resamples;
    }

    /// Resamples of whole clusters (patients), as many as there are.
    ///
    /// @param cluster any labels, one a case
    public static List<int[]> clusterResamples(int[] cluster, int count, SplittableRandom random) {
        int[] labels = Arrays.stream(cluster).distinct().toArray();
        List<int[]> resamples = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            resamples.add(IntStream.generate(() -> labels[random.nextInt(labels.length)])
                    .limit(labels.length)
                    .flatMap(label -> IntStream.range(0, cluster.length).filter(i -> cluster[i] == label))
                    .toArray());
        }
        return resamples;
    }

    private static double[] ofFit(LogisticFit fit, Matrix x, double[] y) {
        double n = y.length;
        double[] eta = fit.linearPredictor(x);
        double ratio = 2 * (fit.logLik() - fit.nullLogLik());
        double d = (ratio - 1) / n;
        return new double[] {
            dxy(eta, y), nagelkerke(ratio, fit.nullLogLik(), n), 0, 1, d, -2 / n, d + 2 / n, brier(eta, y), gini(eta),
            gini(probabilities(eta))
        };
    }

    private static double[] onOther(double[] eta, double[] y) {
        double n = y.length;
        Matrix predictor = Matrix.ofColumns(eta);
        LogisticFit again = LogisticRegression.fit(predictor, y);
        double slope = again.coefficients()[1];
        double ratio = 2 * (again.logLik() - again.nullLogLik());
        double asItIs = 0;
        for (int i = 0; i < y.length; i++) {
            asItIs += 2 * (Math.max(eta[i], 0) + Math.log1p(Math.exp(-Math.abs(eta[i]))) - y[i] * eta[i]);
        }
        double d = (ratio - 1) / n;
        double u = (asItIs + 2 * again.logLik() - 2) / n;
        double[] recalibrated = again.linearPredictor(predictor);
        return new double[] {
            dxy(eta, y), nagelkerke(ratio, again.nullLogLik(), n), again.intercept(), slope, d, u, d - u, brier(eta, y),
            Math.abs(slope) * gini(eta), gini(probabilities(recalibrated))
        };
    }

    private static double dxy(double[] eta, double[] y) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return 2 * (Concordance.binary(y, eta, ones) - 0.5);
    }

    private static double nagelkerke(double ratio, double nullLogLik, double n) {
        return (1 - Math.exp(-ratio / n)) / (1 - Math.exp(2 * nullLogLik / n));
    }

    private static double[] probabilities(double[] eta) {
        return Arrays.stream(eta).map(e -> 1 / (1 + Math.exp(-e))).toArray();
    }

    private static double brier(double[] eta, double[] y) {
        double[] p = probabilities(eta);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (p[i] - y[i]) * (p[i] - y[i]);
        }
        return sum / y.length;
    }

    /// Gini's mean difference: mean |v_i − v_j| over all pairs, from the sorted values.
    private static double gini(double[] v) {
        double[] sorted = v.clone();
        Arrays.sort(sorted);
        double n = v.length;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += (2 * i - n + 1) * sorted[i];
        }
        return 2 * sum / (n * (n - 1));
    }

    private static double emax(double intercept, double slope) {
        double largest = 0;
        for (int k = 1; k < 2000; k++) {
            double p = k * 0.0005;
            double recalibrated = 1 / (1 + Math.exp(-intercept - slope * Math.log(p / (1 - p))));
            largest = Math.max(largest, Math.abs(p - recalibrated));
        }
        return largest;
    }
}
