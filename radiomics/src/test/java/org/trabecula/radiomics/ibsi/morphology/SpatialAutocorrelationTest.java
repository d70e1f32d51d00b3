package org.trabecula.radiomics.ibsi.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.TestRegion;

final class SpatialAutocorrelationTest {
    private static final Grid GRID = TestRegion.grid(9, 8, 7, new Spacing(0.7, 1.1, 2.5));

    /// The definition, pair by pair. About 10⁵ pairs of order 1: 1e-12 is three digits above their rounding.
    @Test
    void equalsTheSumOverAllPairs() {
        Volume image = TestRegion.noise(GRID, 5);
        Mask mask = TestRegion.blob(GRID);
        int n = mask.voxelCount();
        double[][] at = new double[n][];
        double mean = 0;
        int next = 0;
        for (int k = 0; k < 7; k++) {
            for (int j = 0; j < 8; j++) {
                for (int i = 0; i < 9; i++) {
                    if (mask.at(i, j, k)) {
                        at[next++] = new double[] {0.7 * i, 1.1 * j, 2.5 * k, image.at(i, j, k)};
                        mean += image.at(i, j, k) / n;
                    }
                }
            }
        }
        double weights = 0;
        double products = 0;
        double differences = 0;
        double squares = 0;
        for (int a = 0; a < n; a++) {
            squares += (at[a][3] - mean) * (at[a][3] - mean);
            for (int b = 0; b < n; b++) {
                if (a != b) {
                    double w = 1 / PointVectors.length(PointVectors.minus(at[a], at[b]));
                    weights += w;
                    products += w * (at[a][3] - mean) * (at[b][3] - mean);
                    differences += w * (at[a][3] - at[b][3]) * (at[a][3] - at[b][3]);
                }
            }
        }
        SpatialAutocorrelation ours = SpatialAutocorrelation.of(image, mask, 2);
        assertThat(ours.moransI()).isCloseTo(n / weights * products / squares, within(1e-12));
        assertThat(ours.gearysC()).isCloseTo((n - 1) / (2 * weights) * differences / squares, within(1e-12));
    }

    @Test
    void saysWhyThereIsNoValue() {
        Volume flat = TestRegion.volume(GRID, (i, j, k) -> 7.0);
        assertThat(SpatialAutocorrelation.whyNot(flat, TestRegion.blob(GRID))).contains("all intensities are equal");
        Mask one = TestRegion.mask(GRID, (i, j, k) -> i + j + k == 0);
        assertThat(SpatialAutocorrelation.whyNot(TestRegion.noise(GRID, 1), one)).contains("one voxel has no pairs");
    }
}
