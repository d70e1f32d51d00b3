package org.trabecula.outline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.outline.Bodies;

class AgreementTest {
    private static final Grid GRID = Grid.axisAligned(new Size(40, 30, 16), new Spacing(0.7, 1, 2.5));
    private static final Mask ONE = Bodies.mask(GRID, (x, y, z) -> ellipsoid((x - 13) / 9, (y - 14) / 10, (z - 18) / 14));
    private static final Mask OTHER =
            Bodies.mask(GRID, (x, y, z) -> ellipsoid((x - 14) / 10, (y - 15) / 8, (z - 20) / 12));

    private static boolean ellipsoid(double x, double y, double z) {
        return x * x + y * y + z * z <= 1;
    }

    /// SciPy 1.17.1 in the way of MedPy's `dc`, `hd95` and `assd` (MedPy itself is these lines):
    ///
    /// ```python
    /// border = lambda m: m ^ binary_erosion(m, generate_binary_structure(3, 1), 1)
    /// sd = lambda r, q: distance_transform_edt(~border(q), sampling=(0.7, 1.0, 2.5))[border(r)]
    /// 2 * (a & b).sum() / (a.sum() + b.sum()), np.percentile(np.hstack((sd(a, b), sd(b, a))), 95),
    /// (sd(a, b).mean() + sd(b, a).mean()) / 2
    /// ```
    ///
    /// Both add some thousand square roots, in another order: 1e-12 mm is far above what rounding makes of that.
    @Test
    void agreesWithTheCommonDefinitions() {
        Agreement agreement = Agreement.of(ONE, OTHER);
        assertThat(ONE.voxelCount()).isEqualTo(3024);
        assertThat(OTHER.voxelCount()).isEqualTo(2289);
        assertThat(agreement.dice()).isEqualTo(0.7905138339920948);
        assertThat(agreement.surfaceDistance95Mm()).isCloseTo(3.828837943815329, within(1e-12));
        assertThat(agreement.meanSurfaceDistanceMm()).isCloseTo(1.4059410588525518, within(1e-12));
    }

    @Test
    void isTheSameBothWays() {
        Agreement there = Agreement.of(ONE, OTHER);
        Agreement back = Agreement.of(OTHER, ONE);
        assertThat(back).isEqualTo(there);
    }

    @Test
    void aMaskAgreesWithItself() {
        assertThat(Agreement.of(ONE, ONE)).isEqualTo(new Agreement(1, 0, 0));
    }

    /// Two plates of one voxel's thickness, three slices of 2.5 mm apart: every distance is 7.5 mm.
    @Test
    void parallelPlatesAreAsFarApartAsTheyAre() {
        Mask plate = plate(4);
        Mask shifted = plate(7);
        assertThat(Agreement.of(plate, shifted)).isEqualTo(new Agreement(0, 7.5, 7.5));
    }

    @Test
    void aSingleVoxelIsItsOwnSurface() {
        Mask here = Bodies.mask(GRID, (x, y, z) -> x == 0 && y == 0 && z == 0);
        Mask there = Bodies.mask(GRID, (x, y, z) -> x == 0 && y == 3 && z == 10);
        assertThat(Agreement.of(here, there).surfaceDistance95Mm()).isEqualTo(Math.sqrt(109));
    }

    @Test
    void placeAndDirectionOfTheGridDoNotMatter() {
        Grid turned = Bodies.obliqueAndFlipped(GRID);
        assertThat(Agreement.of(ONE.onGrid(turned), OTHER.onGrid(turned))).isEqualTo(Agreement.of(ONE, OTHER));
    }

    @Test
    void masksOfOtherGridsAreRefused() {
        Mask coarse = Bodies.mask(Grid.axisAligned(GRID.size(), Spacing.isotropic(2)), (x, y, z) -> true);
        assertThatThrownBy(() -> Agreement.of(ONE, coarse))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one grid");
    }

    private static Mask plate(int k) {
        boolean[] all = new boolean[10 * 12];
        Arrays.fill(all, true);
        return Mask.of(GRID, new Box(5, 6, k, 14, 17, k), all);
    }
}
