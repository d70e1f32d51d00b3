package org.trabecula.stats.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.stats.StatsReference.number;
import static org.trabecula.stats.StatsReference.numbers;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.stats.Compared;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.StatsReference;
import org.trabecula.stats.reduction.PrincipalComponents.Scaling;
import tools.jackson.databind.JsonNode;

/// R 4.2.2 `prcomp` and `scale`, scikit-learn 1.2.1 PCA and StandardScaler.
class PrincipalComponentsTest {
    private final Compared compared = new Compared("stats/pca");

    @Test
    void componentsOfTallTablesAreThoseOfPrcomp() {
        JsonNode r = StatsReference.json("pca/small_binomial.json");
        Matrix x = Matrix.ofColumns(StatsReference.table("small_binomial").predictors());
        compare(x, Scaling.CENTRE_AND_SCALE, r.get("center_scale"), 12, 1e-12);
        compare(x, Scaling.CENTRE, r.get("center_only"), 12, 1e-12);
        compare(x, Scaling.NONE, r.get("neither"), 12, 1e-12);
        Matrix more = Matrix.ofColumns(StatsReference.table("radiomics_like").predictors());
        // loadings of neighbouring components mix by rounding / gap: 1e-15 · 14 / 1e-2
        compare(more, Scaling.CENTRE_AND_SCALE, StatsReference.json("pca/radiomics_like.json.gz"), 224, 1e-11);
        compared.report();
    }

    @Test
    void componentsOfWideTablesAreThoseOfPrcomp() {
        Matrix x = Matrix.ofColumns(StatsReference.table("p_gt_n").predictors());
        compare(x, Scaling.CENTRE_AND_SCALE, StatsReference.json("pca/p_gt_n.json.gz"), 49, 1e-11);
        compared.report();
    }

    private void compare(Matrix x, Scaling scaling, JsonNode r, int components, double tolerance) {
        PrincipalComponents ours = PrincipalComponents.fit(x, scaling, Integer.MAX_VALUE, 1);
        assertThat(ours.components()).isEqualTo(components);
        for (int k = 0; k < components; k++) {
            compared.close("sdev " + k, ours.sdev()[k], number(r.get("sdev").get(k)), tolerance);
            compared.close("share " + k, ours.shareOfVariance()[k], number(r.get("importance_proportion").get(k)), tolerance);
        }
        Matrix scores = ours.scores(x, 1);
        int listed = r.get("rotation").get(0).size();
        for (int k = 0; k < listed; k++) {
            for (int j = 0; j < x.columns(); j++) {
                compared.close("loading", ours.loadings().get(j, k), number(r.get("rotation").get(j).get(k)), tolerance);
            }
            for (int i = 0; i < x.rows(); i++) {
                compared.close("score", scores.get(i, k), number(r.get("scores").get(i).get(k)), tolerance);
            }
        }
    }

    @Test
    void scikitLearnOnStandardScalerGivesTheSameComponents() {
        JsonNode r = StatsReference.json("pca/sklearn_small_binomial.json");
        Matrix x = Matrix.ofColumns(StatsReference.table("small_binomial").predictors());
        ZScores z = ZScores.fit(x, 0);
        PrincipalComponents ours = PrincipalComponents.fit(z.transform(x), Scaling.CENTRE, 12, 1);
        for (int k = 0; k < 12; k++) {
            compared.close("variance", ours.sdev()[k] * ours.sdev()[k], number(r.get("pca_explained_variance").get(k)), 1e-12);
            double sign = Math.signum(number(r.get("pca_components").get(k).get(0)) * ours.loadings().get(0, k));
            for (int j = 0; j < 12; j++) {
                compared.close("component", sign * ours.loadings().get(j, k), number(r.get("pca_components").get(k).get(j)), 1e-12);
            }
        }
        compared.report();
    }

    @Test
    void zScoresAreThoseOfScaleAndOfStandardScaler() {
        JsonNode r = StatsReference.json("pca/zscore_small_binomial.json");
        Matrix x = Matrix.ofColumns(StatsReference.table("small_binomial").predictors());
        zScores(x, ZScores.fit(x, 1), r, "sd_n_minus_1", "z_R");
        zScores(x, ZScores.fit(x, 0), r, "sd_n", "z_population_sd");
        compared.report();
    }

    private void zScores(Matrix x, ZScores ours, JsonNode r, String sd, String z) {
        Matrix transformed = ours.transform(x);
        for (int j = 0; j < x.columns(); j++) {
            compared.close("mean", ours.means()[j], number(r.get("mean").get(j)), 1e-15);
            compared.close("sd", ours.sds()[j], number(r.get(sd).get(j)), 1e-15);
            for (int i = 0; i < 5; i++) {
                compared.close("z", transformed.get(i, j), number(r.get(z).get(i).get(j)), 1e-14);
            }
        }
    }

    @Test
    void constantColumnsAreZeroAndNamedAndNotScaledToComponents() {
        JsonNode r = StatsReference.json("pca/zscore_with_constant.json");
        Matrix x = Matrix.ofColumns(StatsReference.table("with_constant").predictors());
        ZScores ours = ZScores.fit(x, 1);
        double[] first = numbers(r.get("z_first_row_R"));
        for (int j = 0; j < first.length; j++) {
            compared.close("sd", ours.sds()[j], number(r.get("sd").get(j)), 1e-15);
            compared.close("z", ours.transform(x).get(0, j), Double.isNaN(first[j]) ? 0 : first[j], 1e-14);
        }
        assertThat(ours.constantColumns()).containsExactly(2, 6);
        assertThatThrownBy(() -> PrincipalComponents.fit(x, Scaling.CENTRE_AND_SCALE, 5, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("STA-105");
        compared.report();
    }

    @Test
    void loadingsAreOrthonormalAndScoresRebuildTheTable() {
        Matrix x = gaussian(7, 30, 80);
        PrincipalComponents fitted = PrincipalComponents.fit(x, Scaling.CENTRE, 100, 1);
        assertThat(fitted.components()).isEqualTo(29);
        Matrix scores = fitted.scores(x, 1);
        for (int a = 0; a < 29; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int j = 0; j < 80; j++) {
                    product += fitted.loadings().get(j, a) * fitted.loadings().get(j, b);
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-12)); // 80 products, gaps above 1e-2
            }
        }
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 80; j++) {
                double value = fitted.centre()[j];
                for (int k = 0; k < 29; k++) {
                    value += scores.get(i, k) * fitted.loadings().get(j, k);
                }
                assertThat(value).isCloseTo(x.get(i, j), within(1e-12));
            }
        }
    }

    @Test
    void copiesOfRowsAddNoComponent() {
        Matrix few = gaussian(9, 5, 12);
        Matrix copies = few.selectRows(new int[] {0, 1, 2, 3, 4, 0, 1, 2, 3, 4});
        assertThat(PrincipalComponents.fit(copies, Scaling.CENTRE, 9, 1).components()).isEqualTo(4);
        Matrix same = few.selectRows(new int[] {0, 0, 0});
        assertThat(PrincipalComponents.fit(same, Scaling.CENTRE, 2, 1).components()).isZero();
    }

    @Test
    void threadsDoNotMatter() {
        Matrix x = gaussian(8, 40, 300);
        PrincipalComponents one = PrincipalComponents.fit(x, Scaling.CENTRE_AND_SCALE, 10, 1);
        PrincipalComponents three = PrincipalComponents.fit(x, Scaling.CENTRE_AND_SCALE, 10, 3);
        assertThat(three.loadings().values()).isEqualTo(one.loadings().values());
        assertThat(three.sdev()).isEqualTo(one.sdev());
    }

    @Test
    void theLargestLoadingIsPositiveTheFirstOfTwo() {
        Matrix x = Matrix.ofColumns(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 5});
        Matrix loadings = PrincipalComponents.fit(x, Scaling.CENTRE_AND_SCALE, 2, 1).loadings();
        assertThat(loadings.get(0, 0)).isPositive();
        assertThat(loadings.get(0, 1)).isPositive(); // ±0.7071 each: a tie but for rounding
        assertThat(loadings.get(1, 1)).isNegative();
    }

    private static Matrix gaussian(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextGaussian();
        }
        return new Matrix(rows, columns, values);
    }
}
