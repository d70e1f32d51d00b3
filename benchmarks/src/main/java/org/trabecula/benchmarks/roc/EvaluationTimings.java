package org.trabecula.benchmarks.roc;

import java.util.Locale;
import java.util.SplittableRandom;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.calibration.Calibration;
import org.trabecula.stats.calibration.Loess;
import org.trabecula.stats.calibration.Lowess;
import org.trabecula.stats.correlation.CorrelatedPairs;
import org.trabecula.stats.correlation.Correlation;
import org.trabecula.stats.correlation.Redundancy;
import org.trabecula.stats.reduction.PrincipalComponents;
import org.trabecula.stats.roc.DeLong;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.PatientBootstrap;

/// Times the evaluation kernels on one thread beside what R 4.2.2 and numpy 1.24 took on another day.
///
/// The first line times plain arithmetic, so that runs on different machines can be set side by side.
public final class EvaluationTimings {
    private static final int CASES = 416;
    private static volatile double sink;

    private EvaluationTimings() {}

    public static void main(String[] args) {
        System.out.printf(
                Locale.ROOT, "%-52s %9s %9s %9s  %s%n", "one thread, seconds", "wall", "cpu", "least cpu", "elsewhere");
        print("calibration: 100 million dependent multiply-adds", Timing.of(2, 5, EvaluationTimings::arithmetic), "");
        correlations();
        components();
        for (int rows : new int[] {10_000, 100_000, 1_000_000}) {
            areas(rows);
            probabilities(rows);
        }
    }

    /// What grows with the rows of `evaluate`: each line should take ten times as long as at a tenth of the rows.
    private static void probabilities(int rows) {
        SplittableRandom random = new SplittableRandom(4);
        boolean[] isCase = new boolean[rows];
        double[] p = new double[rows];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            p[row] = 1 / (1 + Math.exp(1 - 1.5 * random.nextGaussian()));
            isCase[row] = random.nextDouble() < p[row];
            y[row] = isCase[row] ? 1 : 0;
        }
        Outcome outcome = Outcome.of(isCase);
        print("loess, n = " + rows, Timing.of(1, 3, () -> sink = Loess.fit(p, y, 0.75).y(0)), "");
        print("lowess, n = " + rows, Timing.of(1, 3, () -> sink = Lowess.fit(p, y, 2.0 / 3, 0, 0.01).y(0)), "");
        print("all of calibration, n = " + rows, Timing.of(1, 3, () -> sink = Calibration.of(outcome, p).brier()), "");
        print(
                "10 bootstrap replicates of an area, n = " + rows,
                Timing.of(1, 3, () -> sink = PatientBootstrap.auc(
                                outcome, p, Clusters.singletons(rows), Direction.CASES_HIGHER, 10, 0.95, new RandomStreams(1), 1)
                        .lower()),
                "");
    }

    private static void correlations() {
        Matrix x = blocks(1589);
        print("Spearman matrix 416 x 1589", Timing.of(15, 9, () -> sink = Correlation.spearman(x, 1).get(1, 0)), "numpy 0.10, R 0.62");
        print("Pearson matrix 416 x 1589", Timing.of(5, 9, () -> sink = Correlation.pearson(x, 1).get(1, 0)), "R 0.56");
        Matrix rho = Correlation.spearman(x, 1);
        print(
                "redundancy, later of pair, matrix given",
                Timing.of(10, 9, () -> sink = Redundancy.laterOfPair(CorrelatedPairs.of(rho, 0.9)).kept().size()),
                "R 0.02 (0.64 with the matrix)");
        print(
                "redundancy, most redundant, matrix given",
                Timing.of(10, 9, () -> sink = Redundancy.mostRedundant(CorrelatedPairs.of(rho, 0.9)).kept().size()),
                "");
    }

    private static void components() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = new double[CASES * 2048];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextGaussian();
        }
        Matrix x = new Matrix(CASES, 2048, values);
        for (int wanted : new int[] {100, 415}) {
            print(
                    "PCA 416 x 2048, " + wanted + " components",
                    Timing.of(5, 9, () -> sink = PrincipalComponents.fit(
                                    x, PrincipalComponents.Scaling.CENTRE_AND_SCALE, wanted, 1)
                            .sdev()[0]),
                    "prcomp 0.15, scikit-learn 0.10 (all components)");
        }
    }

    private static void areas(int rows) {
        SplittableRandom random = new SplittableRandom(2);
        boolean[] isCase = new boolean[rows];
        double[] score = new double[rows];
        double[] other = new double[rows];
        for (int row = 0; row < rows; row++) {
            isCase[row] = random.nextDouble() < 0.4;
            score[row] = (isCase[row] ? 1 : 0) + random.nextGaussian();
            other[row] = (isCase[row] ? 1 : 0) + random.nextGaussian();
        }
        Outcome outcome = Outcome.of(isCase);
        Direction up = Direction.CASES_HIGHER;
        print(
                "DeLong interval, n = " + rows,
                Timing.of(5, 9, () -> sink = DeLong.estimate(outcome, score, up, 0.95).variance()),
                "pROC 0.002, 0.011, 0.12 without building the curve");
        print(
                "DeLong test of two scores, n = " + rows,
                Timing.of(2, 5, () -> sink = DeLong.paired(outcome, score, other, up, 0.95).p()),
                "");
    }

    private static void arithmetic() {
        double x = 1;
        for (int k = 0; k < 100_000_000; k++) {
            x = x * 0.999999 + 1e-7;
        }
        sink = x;
    }

    /// Blocks of columns that share a factor, within-block correlation 0.4 to 0.97, as radiomics features do.
    private static Matrix blocks(int columns) {
        SplittableRandom random = new SplittableRandom(104);
        double[][] x = new double[columns][CASES];
        double[] factor = new double[CASES];
        double shared = 0;
        int left = 0;
        for (int j = 0; j < columns; j++) {
            if (left == 0) {
                left = 4 + random.nextInt(37);
                shared = 0.4 + 0.57 * random.nextDouble();
                for (int i = 0; i < CASES; i++) {
                    factor[i] = random.nextGaussian();
                }
            }
            left--;
            for (int i = 0; i < CASES; i++) {
                x[j][i] = Math.sqrt(shared) * factor[i] + Math.sqrt(1 - shared) * random.nextGaussian();
            }
        }
        return Matrix.ofColumns(x);
    }

    private static void print(String what, Timing timing, String elsewhere) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %9.4f %9.4f %9.4f  %s%n",
                what,
                timing.wallMedian(),
                timing.cpuMedian(),
                timing.cpuLeast(),
                elsewhere);
    }
}
