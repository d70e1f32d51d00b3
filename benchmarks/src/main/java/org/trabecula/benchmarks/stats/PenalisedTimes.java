package org.trabecula.benchmarks.stats;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.CrossValidation;
import org.trabecula.stats.penalised.ElasticNet;
import org.trabecula.stats.penalised.LassoCv;
import org.trabecula.stats.penalised.Measure;
import org.trabecula.stats.penalised.Response;
import org.trabecula.stats.resampling.FoldAssignment;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// Elastic net on one thread, at our only accuracy (the optimum): path, cross-validation, LassoCV, a wide table.
///
/// The tables are made here: blocks of 4 to 40 columns that share 0.4 to 0.97 of their variance, as radiomics has them, and
/// independent columns. A CSV file given as argument (columns y, x…) takes the place of the first, so that other programs can be
/// timed on the same one. Printed are wall and CPU seconds, the median of five after two runs to warm up, beside a calibration:
/// the time of 2·10⁹ multiplications and additions in a plain loop, to compare machines.
public final class PenalisedTimes {
    private static final int CASES = 416;

    private PenalisedTimes() {}

    public static void main(String[] args) {
        Table wide = args.length > 0 ? Table.of(Path.of(args[0])) : Table.ofBlocks(1589, 4, 40, 1);
        Table large = Table.ofBlocks(20_000, 1, 1, 2);
        Table largeBlocks = Table.ofBlocks(20_000, 50, 50, 3);
        FoldAssignment folds = FoldAssignment.stratified(wide.classes(), 10, new SplittableRandom(4));
        time("calibration: 2e9 multiply-adds", PenalisedTimes::multiplyAdds);
        time("path 416 x 1589, binomial, alpha 1", () -> ElasticNet.binomial().fit(wide.x(), wide.y()).size());
        time("path 416 x 1589, binomial, alpha 0.5",
                () -> ElasticNet.binomial().withAlpha(0.5).fit(wide.x(), wide.y()).size());
        time("path 416 x 1589, gaussian, alpha 1", () -> ElasticNet.gaussian().fit(wide.x(), wide.y()).size());
        time("10-fold CV 416 x 1589, deviance", () -> curve(Measure.DEVIANCE, folds, wide));
        time("10-fold CV 416 x 1589, auc", () -> curve(Measure.AUC, folds, wide));
        time("path 416 x 20000, independent", () -> ElasticNet.binomial().fit(large.x(), large.y()).size());
        time("path 416 x 20000, blocks of 50", () -> ElasticNet.binomial().fit(largeBlocks.x(), largeBlocks.y()).size());
        time("LassoCV 416 x 1589, 10 folds", () -> new LassoCv(FoldAssignment.contiguous(CASES, 10))
                .withScaling(LassoCv.Scaling.ALL_CASES).fit(wide.x(), wide.y()).alpha());
    }

    private static double curve(Measure measure, FoldAssignment folds, Table table) {
        return new CrossValidation(measure, folds).fit(ElasticNet.binomial(), table.x(), Response.of(table.y())).lambdaMin();
    }

    /// Features and a 0/1 outcome that a few of them explain.
    private record Table(Matrix x, double[] y) {
        static Table of(Path file) {
            TextTable text = DelimitedText.read(file);
            double[][] columns = text.header().stream().filter(name -> name.matches("x[0-9]+")).map(text::numbers).toArray(double[][]::new);
            return new Table(Matrix.ofColumns(columns), text.numbers("y"));
        }

        static Table ofBlocks(int columns, int smallest, int largest, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = new double[CASES * columns];
            double[] common = new double[CASES];
            double[] eta = new double[CASES];
            int left = 0;
            double share = 0;
            for (int j = 0; j < columns; j++) {
                if (left == 0) {
                    left = random.nextInt(smallest, largest + 1);
                    share = largest == 1 ? 0 : 0.4 + 0.57 * random.nextDouble();
                    Arrays.setAll(common, i -> random.nextGaussian());
                }
                left--;
                double weight = j % (columns / 25) == 0 ? 0.45 * random.nextGaussian() : 0;
                for (int i = 0; i < CASES; i++) {
                    double z = Math.sqrt(share) * common[i] + Math.sqrt(1 - share) * random.nextGaussian();
                    values[j * CASES + i] = z;
                    eta[i] += weight * z;
                }
            }
            double[] y = Arrays.stream(eta).map(e -> random.nextDouble() < 1 / (1 + Math.exp(-0.4 - e)) ? 1 : 0).toArray();
            return new Table(new Matrix(CASES, columns, values), y);
        }

        int[] classes() {
            return Arrays.stream(y).mapToInt(v -> (int) v).toArray();
        }
    }

    @FunctionalInterface
    private interface Work {
        double run();
    }

    private static void time(String name, Work work) {
        double[] wall = new double[5];
        double[] cpu = new double[5];
        double kept = 0;
        for (int run = -2; run < 5; run++) {
            long from = System.nanoTime();
            long cpuFrom = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            kept += work.run();
            if (run >= 0) {
                cpu[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuFrom) / 1e9;
                wall[run] = (System.nanoTime() - from) / 1e9;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(Locale.ROOT, "%-40s wall %7.3f s   cpu %7.3f s   (%.6g)%n", name, wall[2], cpu[2], kept / 7);
    }

    private static double multiplyAdds() {
        double[] a = new double[2000];
        Arrays.setAll(a, i -> 1 + i * 1e-4);
        double sum = 0;
        for (int repeat = 0; repeat < 1_000_000; repeat++) {
            double one = 0;
            for (int i = 0; i < a.length; i++) {
                one += a[i] * 1e-3;
            }
            sum += one;
        }
        return sum;
    }
}
