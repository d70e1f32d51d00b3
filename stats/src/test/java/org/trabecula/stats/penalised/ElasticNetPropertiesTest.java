package org.trabecula.stats.penalised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.core.InputException;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.resampling.FoldAssignment;

/// What holds for every elastic net: the conditions of the optimum, and what data may not change.
class ElasticNetPropertiesTest {
    /// A KKT residual that is rounding against gradients of about 0.1 … 1.
    private static final double ROUNDING = 1e-10;

    private static ElasticNet net(Family family) {
        return switch (family) {
            case GAUSSIAN -> ElasticNet.gaussian();
            case BINOMIAL -> ElasticNet.binomial();
            case COX -> ElasticNet.cox(Ties.EFRON);
        };
    }

    /// Blocks of correlated columns, as radiomics has them.
    private static Matrix correlated(int n, int p, int block, double share, SplittableRandom random) {
        double[][] columns = new double[p][n];
        double[] common = new double[n];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < n; i++) {
                common[i] = j % block == 0 ? random.nextGaussian() : common[i];
                columns[j][i] = 10 * j + Math.sqrt(share) * common[i] + Math.sqrt(1 - share) * random.nextGaussian();
            }
        }
        return Matrix.ofColumns(columns);
    }

    private static Response response(Family family, Matrix x, SplittableRandom random) {
        double[] y = new double[x.rows()];
        double[] event = new double[x.rows()];
        for (int i = 0; i < y.length; i++) {
            double eta = x.get(i, 0) - (x.get(i, 3) - 30) + 0.5 * (x.get(i, 4) - 40);
            event[i] = random.nextDouble() < 0.7 ? 1 : 0;
            y[i] = switch (family) {
                case GAUSSIAN -> eta + random.nextGaussian();
                case BINOMIAL -> random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
                case COX -> 1 + Math.floor(-20 * Math.log(random.nextDouble()) * Math.exp(-eta));
            };
        }
        return family == Family.COX ? Response.survival(y, event) : Response.of(y);
    }

    private static void assertOptimal(ElasticNet net, Matrix x, Response response, LassoPath path) {
        for (int k = 1; k < path.size(); k++) {
            KktCheck check = KktCheck.of(net, x, response, path.coefficients(k), path.lambda(k));
            assertThat(check.violation()).as("lambda %d = %s, column %d", k, path.lambda(k), check.column())
                    .isLessThan(ROUNDING * Math.max(1, check.gradient()));
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void meetsTheKktConditionsAllAlongThePath(Family family) {
        SplittableRandom random = new SplittableRandom(11);
        for (double alpha : new double[] {1, 0.5, 0.05, 0}) {
            for (int p : new int[] {8, 150}) {
                Matrix x = correlated(60, p, 6, 0.9, random);
                Response response = response(family, x, random);
                ElasticNet net = net(family).withAlpha(alpha).withSequence(25, 0.02);
                assertOptimal(net, x, response, net.fit(x, response));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void reachesTheOptimumInOneLeap(Family family) {
        SplittableRandom random = new SplittableRandom(12);
        Matrix x = correlated(80, 400, 8, 0.95, random);
        Response response = response(family, x, random);
        ElasticNet made = net(family).withSequence(20, 0.05);
        LassoPath path = made.fit(x, response);
        double last = path.lambda(path.size() - 1);
        Coefficients leap = made.withLambdas(last).fit(x, response).coefficients(0);
        assertThat(leap.columns()).isEqualTo(path.coefficients(path.size() - 1).columns());
        for (int j : leap.columns()) {
            assertThat(leap.of(j)).isCloseTo(path.coefficients(path.size() - 1).of(j), offset(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void aWeightOfZeroIsAMissingRowAndWholeWeightsAreCopies(Family family) {
        SplittableRandom random = new SplittableRandom(13);
        Matrix x = correlated(50, 12, 4, 0.6, random);
        Response response = response(family, x, random);
        double[] weights = IntStream.range(0, 50).mapToDouble(i -> i % 4).toArray();
        int[] copies = IntStream.range(0, 50).flatMap(i -> IntStream.generate(() -> i).limit(i % 4)).toArray();
        // Efron's ties count events, so copies are other ties than weights; Breslow's are the same
        ElasticNet net = family == Family.COX ? ElasticNet.cox(Ties.BRESLOW) : net(family);
        LassoPath weighted = net.fit(x, response.weighted(weights));
        LassoPath copied = net.fit(x.selectRows(copies), response.select(copies));
        for (int k = 1; k < Math.min(weighted.size(), copied.size()); k += 7) {
            assertThat(weighted.lambda(k)).isCloseTo(copied.lambda(k), offset(1e-12));
            for (int j = 0; j < 12; j++) {
                assertThat(weighted.coefficients(k).of(j)).isCloseTo(copied.coefficients(k).of(j), offset(1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void constantColumnsAndCopiesAreNoError(Family family) {
        SplittableRandom random = new SplittableRandom(14);
        Matrix x = correlated(60, 10, 5, 0.5, random);
        double[][] columns = IntStream.range(0, 14).mapToObj(j -> x.column(Math.min(j, 9))).toArray(double[][]::new);
        Arrays.fill(columns[10], 2.5);
        columns[11] = x.column(0);
        columns[12] = Arrays.stream(x.column(3)).map(v -> -v).toArray();
        columns[13] = new double[60];
        columns[13][17] = 1;
        Matrix odd = Matrix.ofColumns(columns);
        Response response = response(family, x, random);
        ElasticNet net = net(family);
        LassoPath path = net.fit(odd, response);
        assertOptimal(net, odd, response, path);
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.coefficients(k).of(10)).isZero();
        }
        assertThat(path.notes()).anyMatch(note -> note.contains("constant"));
    }

    @Test
    void moreColumnsThanCasesMayBeSaturated() {
        SplittableRandom random = new SplittableRandom(15);
        Matrix x = correlated(30, 200, 10, 0.9, random);
        Response response = response(Family.GAUSSIAN, x, random);
        ElasticNet net = ElasticNet.gaussian().withLambdas(1, 0.1, 0.01, 1e-3, 1e-5, 1e-7);
        LassoPath path = net.fit(x, response);
        assertOptimal(net, x, response, path);
        assertThat(path.df(5)).isLessThanOrEqualTo(29);
        assertThat(path.devianceRatio(5)).isGreaterThan(0.99999);
    }

    @Test
    void onlyConstantColumnsGiveTheNullModel() {
        Matrix flat = Matrix.ofColumns(new double[] {1, 1, 1, 1, 1, 1}, new double[] {2, 2, 2, 2, 2, 2});
        LassoPath path = ElasticNet.binomial().fit(flat, new double[] {0, 1, 0, 1, 0, 1});
        assertThat(path.size()).isEqualTo(1);
        assertThat(path.df(0)).isZero();
        assertThat(path.coefficients(0).intercept()).isCloseTo(0, offset(1e-12));
    }

    @Test
    void factorsExcludeAndFree() {
        SplittableRandom random = new SplittableRandom(16);
        Matrix x = correlated(60, 6, 3, 0.4, random);
        Response response = response(Family.BINOMIAL, x, random);
        double[] factors = {1, 1, 1, Double.POSITIVE_INFINITY, 0, 1};
        LassoPath path = ElasticNet.binomial().withPenaltyFactors(factors).fit(x, response);
        assertThat(path.df(0)).isEqualTo(1);
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.coefficients(k).of(3)).isZero();
            assertThat(path.coefficients(k).of(4)).isNotZero();
        }
    }

    @Test
    void theSameBitsForAnyNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(17);
        Matrix x = correlated(70, 40, 5, 0.8, random);
        Response response = response(Family.BINOMIAL, x, random);
        FoldAssignment folds = FoldAssignment.stratified(
                Arrays.stream(response.value()).mapToInt(v -> (int) v).toArray(), 7, new SplittableRandom(1));
        double[] one = new CrossValidation(Measure.DEVIANCE, folds).fit(ElasticNet.binomial(), x, response).mean();
        double[] three = new CrossValidation(Measure.DEVIANCE, folds).withJobs(3).fit(ElasticNet.binomial(), x, response).mean();
        assertThat(three).containsExactly(one);
    }

    @Test
    void separatedClassesEndThePathEarly() {
        double[] column = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] y = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        Matrix x = Matrix.ofColumns(column);
        LassoPath path = ElasticNet.binomial().fit(x, y);
        assertThat(path.devianceRatio(path.size() - 1)).isBetween(0.99, 1.0);
        assertThat(path.size()).isLessThan(100);
        LassoPath cut = ElasticNet.binomial().withLambdas(0.1, 0).fit(x, y);
        assertThat(cut.size()).isEqualTo(1);
        assertThat(cut.notes()).anyMatch(note -> note.contains("separates"));
        refuses("FIT-001", () -> ElasticNet.binomial().withLambdas(0).fit(x, y));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        Matrix x = Matrix.ofColumns(new double[] {1, 2, 3, Double.NaN, 5});
        Matrix fine = Matrix.ofColumns(new double[] {1, 2, 3, 4, 5});
        double[] y = {0, 1, 0, 1, 1};
        refuses("FIT-002", () -> ElasticNet.binomial().fit(x, y));
        refuses("FIT-003", () -> ElasticNet.binomial().fit(fine, new double[] {0, 1}));
        refuses("FIT-004", () -> ElasticNet.binomial().fit(fine, new double[] {0, 1, 2, 0, 1}));
        refuses("FIT-005", () -> ElasticNet.binomial().fit(fine, new double[] {1, 1, 1, 1, 0}));
        refuses("FIT-006", () -> ElasticNet.gaussian().fit(fine, new double[] {3, 3, 3, 3, 3}));
        refuses("FIT-007", () -> ElasticNet.binomial().fit(fine, Response.of(y).weighted(new double[] {1, -1, 1, 1, 1})));
        refuses("FIT-007", () -> ElasticNet.binomial().fit(fine, Response.of(y).weighted(new double[5])));
        refuses("FIT-005", () -> ElasticNet.binomial().fit(fine, Response.of(y).weighted(new double[] {0, 1, 1, 1, 1})));
        refuses("FIT-008", () -> ElasticNet.binomial().withAlpha(Double.NaN));
        refuses("FIT-008", () -> ElasticNet.binomial().withLambdas(0.1, -1));
        refuses("FIT-009", () -> ElasticNet.cox(Ties.EFRON).fit(fine, y));
        refuses("FIT-009", () -> ElasticNet.cox(Ties.EFRON).fit(fine, Response.survival(new double[] {1, 2, 3, 4, 5}, new double[5])));
        refuses("FIT-010", () -> FoldAssignment.contiguous(3, 4));
        refuses("FIT-010", () -> FoldAssignment.given(1, 1, 1));
        refuses("FIT-010", () -> FoldAssignment.grouped(List.of("a", "a", "b"), new int[] {0, 1, 1}, 3, new SplittableRandom(1)));
        refuses("FIT-017", () -> new CrossValidation(Measure.C, FoldAssignment.contiguous(5, 2)).fit(ElasticNet.binomial(), fine, Response.of(y)));
    }

    private static void refuses(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(InputException.class).hasMessageContaining(code);
    }

    @Test
    void groupsStayWholeAndClassesEven() {
        SplittableRandom random = new SplittableRandom(18);
        List<String> groups = new ArrayList<>();
        int[] classes = new int[300];
        for (int i = 0; i < 300; i++) {
            groups.add("p" + random.nextInt(90));
            classes[i] = random.nextDouble() < 0.3 ? 1 : 0;
        }
        FoldAssignment folds = FoldAssignment.grouped(groups, classes, 10, new SplittableRandom(5));
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < i; j++) {
                if (groups.get(i).equals(groups.get(j))) {
                    assertThat(folds.foldOf(i)).isEqualTo(folds.foldOf(j));
                }
            }
        }
        for (int fold = 0; fold < 10; fold++) {
            int[] held = folds.heldOut(fold);
            assertThat(held.length).isBetween(20, 40);
            assertThat(Arrays.stream(held).map(i -> classes[i]).sum()).isBetween(4, 14);
        }
    }
}
