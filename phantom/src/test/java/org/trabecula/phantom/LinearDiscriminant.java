package org.trabecula.phantom;

/// Fisher's discriminant with a little shrinkage, and the area under the ROC curve of its scores.
final class LinearDiscriminant {
    private static final double SHRINKAGE = 0.05;

    private LinearDiscriminant() {}

    /// Mean AUC over five folds that keep patients together.
    static double crossValidatedAuc(double[][] x, int[] outcome, int[] patient) {
        double total = 0;
        for (int fold = 0; fold < 5; fold++) {
            boolean[] train = new boolean[outcome.length];
            for (int row = 0; row < train.length; row++) {
                train[row] = patient[row] % 5 != fold;
            }
            double[] weights = fit(x, outcome, train);
            double[] scores = new double[outcome.length];
            for (int row = 0; row < scores.length; row++) {
                for (int f = 0; f < weights.length; f++) {
                    scores[row] += weights[f] * x[row][f];
                }
            }
            total += auc(scores, outcome, train) / 5;
        }
        return total;
    }

    /// Share of pairs of a case and a control in the right order, rows in `left out` aside; ties count half.
    private static double auc(double[] scores, int[] outcome, boolean[] leftOut) {
        double right = 0;
        long pairs = 0;
        for (int a = 0; a < scores.length; a++) {
            for (int b = 0; b < scores.length; b++) {
                if (!leftOut[a] && !leftOut[b] && outcome[a] == 1 && outcome[b] == 0) {
                    right += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    /// Weights `S⁻¹(m_1 − m_0)`, S the pooled covariance with its diagonal raised by [#SHRINKAGE].
    private static double[] fit(double[][] x, int[] outcome, boolean[] train) {
        int p = x[0].length;
        double[][] mean = new double[2][p];
        int[] count = new int[2];
        for (int row = 0; row < x.length; row++) {
            if (train[row]) {
                count[outcome[row]]++;
                for (int f = 0; f < p; f++) {
                    mean[outcome[row]][f] += x[row][f];
                }
            }
        }
        for (int f = 0; f < p; f++) {
            mean[0][f] /= count[0];
            mean[1][f] /= count[1];
        }
        double[][] system = new double[p][p + 1];
        for (int row = 0; row < x.length; row++) {
            if (train[row]) {
                double[] m = mean[outcome[row]];
                for (int a = 0; a < p; a++) {
                    for (int b = 0; b < p; b++) {
                        system[a][b] += (x[row][a] - m[a]) * (x[row][b] - m[b]) / (count[0] + count[1] - 2);
                    }
                }
            }
        }
        for (int a = 0; a < p; a++) {
            system[a][a] *= 1 + SHRINKAGE;
            system[a][p] = mean[1][a] - mean[0][a];
        }
        return solve(system);
    }

    /// Gauss–Jordan elimination; the diagonal dominates enough that no pivoting is needed.
    private static double[] solve(double[][] system) {
        int p = system.length;
        for (int a = 0; a < p; a++) {
            for (int row = 0; row < p; row++) {
                if (row != a) {
                    double share = system[row][a] / system[a][a];
                    for (int column = a; column <= p; column++) {
                        system[row][column] -= share * system[a][column];
                    }
                }
            }
        }
        double[] solution = new double[p];
        for (int a = 0; a < p; a++) {
            solution[a] = system[a][p] / system[a][a];
        }
        return solution;
    }
}
