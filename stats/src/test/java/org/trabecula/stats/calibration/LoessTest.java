package org.trabecula.stats.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is saved at many points is bounded against the definition, which is compared with R where points are few.
class LoessTest {
    private static final double SPAN = 0.75;

    /// Probabilities as models of different kinds give them.
    enum Spread {
        UNIFORM(SplittableRandom::nextDouble),
        RARE(random -> Math.pow(random.nextDouble(), 6)), // most below 0.05, a thin tail up to 1
        EXTREME(random -> 1 / (1 + Math.exp(-5 * random.nextGaussian()))), // heaped at 0 and 1
        TWO_HEAPS(random -> (random.nextInt(10) == 0 ? 0.9 : 0.1) + 0.05 * random.nextDouble()),
        ROUNDED(random -> Math.rint(100 * random.nextDouble()) / 100),
        ONE_FAR_AWAY(random -> random.nextInt(5000) == 0 ? 1 : 0.01 * random.nextDouble());

        private final ToDoubleFunction<SplittableRandom> draw;

        Spread(ToDoubleFunction<SplittableRandom> draw) {
            this.draw = draw;
        }

        double[] sorted(int n) {
            SplittableRandom random = new SplittableRandom(n);
            return IntStream.range(0, n).mapToDouble(_ -> draw.applyAsDouble(random)).sorted().toArray();
        }
    }

    /// Every distinct x has a fit here. The series leaves 1e-12 of a weight; the normal equations of a parabola, whose
    /// condition is up to 1e4 where a window is cut off on one side, make 1e-8 of it at worst.
    @ParameterizedTest
    @EnumSource(Spread.class)
    void sumsByBinsAreTheSums(Spread spread) {
        double[] x = spread.sorted(6_000);
        double[] y = outcomes(x);
        int neighbours = (int) (SPAN * x.length);
        double[] expected = Loess.byDefinition(x, y, neighbours);
        double[] found = Loess.byBins(x, y, neighbours);
        assertThat(largestGap(found, expected)).isLessThan(1e-8);
    }

    /// The curve bends where a window meets the end of the data, so a straight line between 16,384 places of it is off by
    /// their distance times the bend, some 1e-7; between points the reach of the window moves by a point's distance, 1e-5 of
    /// the range at 60,000 points, and the curve by some 1e-7 with it.
    @ParameterizedTest
    @EnumSource(Spread.class)
    void straightLinesBetweenFitsAreWithinAMillionth(Spread spread) {
        double[] x = spread.sorted(60_000);
        double[] y = outcomes(x);
        int neighbours = (int) (SPAN * x.length);
        double[] found = Loess.byBins(x, y, neighbours);
        SplittableRandom random = new SplittableRandom(3);
        double worst = 0;
        for (int at : IntStream.range(0, 40).map(_ -> random.nextInt(x.length)).sorted().toArray()) {
            worst = Math.max(worst, Math.abs(found[at] - direct(x, y, x[at], neighbours)));
        }
        assertThat(worst).isLessThan(1e-6);
    }

    /// R's rules of 0.001 h and 0.999 h, which the bins leave out, move a weight by 3e-8 at most.
    @ParameterizedTest
    @EnumSource(Spread.class)
    void lowessByBinsIsLowess(Spread spread) {
        double[] x = spread.sorted(20_000);
        double[] y = outcomes(x);
        double delta = 0.01 * (x[x.length - 1] - x[0]);
        SmoothCurve expected = Lowess.fit(x, y, 2.0 / 3, 0, delta, false);
        SmoothCurve found = Lowess.fit(x, y, 2.0 / 3, 0, delta);
        double worst = IntStream.range(0, x.length).mapToDouble(k -> Math.abs(found.y(k) - expected.y(k))).max().orElseThrow();
        assertThat(worst).isLessThan(1e-7);
    }

    @Test
    void fewAndManyPointsMeetAtTheBorder() {
        double[] x = Spread.UNIFORM.sorted(Loess.BY_DEFINITION + 1);
        double[] y = outcomes(x);
        SmoothCurve byBins = Loess.fit(x, y, SPAN);
        double[] expected = Loess.byDefinition(x, y, (int) (SPAN * x.length));
        for (int k = 0; k < x.length; k += 37) {
            assertThat(byBins.y(k)).isCloseTo(expected[k], within(1e-10)); // uniform points: condition below 1e3
        }
    }

    @Test
    void aParabolaIsItsOwnCurve() {
        double[] x = Spread.RARE.sorted(30_000);
        double[] y = Arrays.stream(x).map(v -> 0.2 + v - 0.5 * v * v).toArray();
        double[] found = Loess.byBins(x, y, (int) (SPAN * x.length));
        assertThat(largestGap(found, y)).isLessThan(1e-7); // straight lines between fits: gap² / 8 · y'' = (1/8192)² / 8
    }

    @Test
    void oneValueForAllHasNoCurve() {
        double[] x = new double[5_000];
        Arrays.fill(x, 0.3);
        assertThat(Loess.fit(x, new double[5_000], SPAN).y(0)).isNaN();
    }

    private static double direct(double[] x, double[] y, double at, int neighbours) {
        double h = Arrays.stream(x).map(v -> Math.abs(v - at)).sorted().skip(neighbours - 1L).findFirst().orElseThrow();
        double[] s = new double[5];
        double[] t = new double[3];
        for (int i = 0; i < x.length; i++) {
            double u = (x[i] - at) / h;
            if (Math.abs(u) < 1) {
                double w = Math.pow(1 - Math.pow(Math.abs(u), 3), 3);
                for (int k = 0; k < 5; k++) {
                    s[k] += w * Math.pow(u, k);
                }
                for (int k = 0; k < 3; k++) {
                    t[k] += w * Math.pow(u, k) * y[i];
                }
            }
        }
        return LocalParabola.intercept(s, t);
    }

    private static double[] outcomes(double[] p) {
        SplittableRandom random = new SplittableRandom(1);
        return Arrays.stream(p).map(v -> random.nextDouble() < 0.8 * v + 0.1 ? 1 : 0).toArray();
    }

    private static double largestGap(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(k -> Double.isNaN(a[k]) && Double.isNaN(b[k]) ? 0 : Math.abs(a[k] - b[k]))
                .max()
                .orElseThrow();
    }
}
