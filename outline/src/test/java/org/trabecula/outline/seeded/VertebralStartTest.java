package org.trabecula.outline.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.outline.Bodies;
import org.trabecula.outline.agreement.Agreement;

/// A body by formula between two neighbours: an elliptic cylinder with a cortex, discs above and below, two pedicles behind it.
class VertebralStartTest {
    private static final Grid GRID = Grid.axisAligned(new Size(80, 80, 90), Spacing.isotropic(1));
    private static final double HALF_WIDTH = 22;
    private static final double HALF_DEPTH = 16;
    private static final double HALF_HEIGHT = 13;
    private static final Mask BODY = Bodies.mask(GRID, (x, y, z) -> depth(x, y, z, 45) >= 0);
    private static final Volume CT = ct(GRID);
    /// Of a helper that is right on phantoms to 0.96, on a body without hollows, texture or fracture.
    private static final double EXPECTED_DICE = 0.95;

    @Test
    void aBoxGivesItsBody() {
        Mask found = VertebralStart.fromBox(CT, BODY.box());
        assertThat(Agreement.of(found, BODY).dice()).isGreaterThan(EXPECTED_DICE);
    }

    @Test
    void aBoxThatIsOffByTwoMillimetresGivesItToo() {
        Box box = BODY.box();
        Box off = new Box(
                box.iMin() - 2, box.jMin() + 2, box.kMin() - 2, box.iMax() + 1, box.jMax() + 2, box.kMax() - 1);
        assertThat(Agreement.of(VertebralStart.fromBox(CT, off), BODY).dice()).isGreaterThan(EXPECTED_DICE);
    }

    @Test
    void aBoxOnOneSagittalSliceGivesIt() {
        Box box = BODY.box();
        for (int slice : new int[] {36, 40, 44}) {
            Box drawn = new Box(slice, box.jMin(), box.kMin(), slice, box.jMax(), box.kMax());
            assertThat(Agreement.of(VertebralStart.fromBox(CT, drawn), BODY).dice()).isGreaterThan(EXPECTED_DICE);
        }
    }

    @Test
    void aClickNearItsMiddleGivesItAndNoNeighbour() {
        for (int[] click : new int[][] {{40, 40, 45}, {37, 43, 41}, {44, 36, 48}}) {
            Mask found = VertebralStart.fromClick(CT, click[0], click[1], click[2]);
            assertThat(Agreement.of(found, BODY).dice()).isGreaterThan(EXPECTED_DICE);
        }
        Mask above = VertebralStart.fromClick(CT, 40, 40, 78);
        assertThat(above.at(40, 40, 45)).isFalse();
        assertThat(above.at(40, 40, 78)).isTrue();
    }

    @Test
    void aProposalIsOnePieceWithoutHoles() {
        Mask found = VertebralStart.fromBox(CT, BODY.box());
        Box around = found.box().grown(1, 1, 1, GRID.wholeBox());
        boolean[] flags = found.toFlags(around);
        assertThat(RegionTidying.largestPiece(flags, around.size())).isEqualTo(flags);
        assertThat(RegionTidying.holesFilled(flags, around.size())).isEqualTo(flags);
    }

    @Test
    void theSameBoxGivesTheSameVoxels() {
        assertThat(Bodies.same(VertebralStart.fromBox(CT, BODY.box()), VertebralStart.fromBox(ct(GRID), BODY.box()))).isTrue();
    }

    /// Placed elsewhere, turned and mirrored, with the voxels in the same order: nothing in the index space is another.
    @Test
    void theGridsPlaceAndDirectionDoNotMatter() {
        Grid turned = Bodies.obliqueAndFlipped(GRID);
        Mask there = VertebralStart.fromBox(ct(turned), BODY.box());
        assertThat(Bodies.same(there, VertebralStart.fromBox(CT, BODY.box()))).isTrue();
    }

    /// The same patient stored with i to the head, j to the left and k to the back: the body is found among other axes.
    @Test
    void axesMayBeStoredInAnyOrder() {
        Grid stored = new Grid(
                new Size(90, 80, 80), Spacing.isotropic(1), PointMm.ZERO, new Mat3(0, 1, 0, 0, 0, 1, 1, 0, 0));
        float[] hu = new float[90 * 80 * 80];
        for (int k = 0; k < 80; k++) {
            for (int j = 0; j < 80; j++) {
                for (int i = 0; i < 90; i++) {
                    hu[i + 90 * (j + 80 * k)] = (float) CT.at(j, k, i);
                }
            }
        }
        Box box = BODY.box();
        Box drawn = new Box(box.kMin(), 40, box.jMin(), box.kMax(), 40, box.jMax());
        Mask found = VertebralStart.fromBox(Volume.ofFloats(stored, hu), drawn);
        Mask body = Bodies.mask(stored, (x, y, z) -> depth(y, z, x, 45) >= 0);
        assertThat(Agreement.of(found, body).dice()).isGreaterThan(EXPECTED_DICE);
    }

    @Test
    void aBoxAtTheEdgeOfTheScanIsNoTrouble() {
        Mask found = VertebralStart.fromBox(CT, new Box(0, 0, 0, 8, 8, 8));
        assertThat(found.voxelCount()).isPositive();
        assertThat(VertebralStart.fromClick(CT, 0, 79, 89).voxelCount()).isPositive();
    }

    @Test
    void thinBoxesAndPlacesOutsideAreRefused() {
        assertThatThrownBy(() -> VertebralStart.fromBox(CT, new Box(20, 20, 40, 60, 21, 50)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("OUT-004");
        assertThatThrownBy(() -> VertebralStart.fromClick(CT, 80, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Depth in mm below the surface of the body whose middle lies at `height`, roughly.
    private static double depth(double x, double y, double z, double height) {
        double p = (x - 40) / HALF_WIDTH;
        double q = (y - 40) / HALF_DEPTH;
        double wall = (1 - Math.hypot(p, q)) * HALF_DEPTH;
        return Math.min(wall, HALF_HEIGHT - Math.abs(z - height));
    }

    private static boolean pedicle(double x, double y, double z, double height) {
        double aside = Math.abs(Math.abs(x - 40) - 14);
        return y > 40 && y < 66 && Math.hypot(aside, z - height - 5) <= 4;
    }

    /// Marrow 150, cortex of 1.2 mm at 550, discs 90, pedicles 350, all else 40 HU; noise of 20.
    private static Volume ct(Grid grid) {
        SplittableRandom random = new SplittableRandom(12);
        Size size = grid.size();
        float[] hu = new float[(int) size.voxels()];
        int at = 0;
        for (int z = 0; z < size.k(); z++) {
            for (int y = 0; y < size.j(); y++) {
                for (int x = 0; x < size.i(); x++) {
                    double value = Math.hypot((x - 40) / HALF_WIDTH, (y - 40) / HALF_DEPTH) < 1 ? 90 : 40;
                    for (int height = 11; height <= 79; height += 34) { // bodies of 26 mm, discs of 8 mm
                        double depth = depth(x, y, z, height);
                        if (depth >= 0) {
                            value = depth < 1.2 ? 550 : 150;
                        } else if (pedicle(x, y, z, height)) {
                            value = 350;
                        }
                    }
                    hu[at++] = (float) (value + 20 * random.nextGaussian());
                }
            }
        }
        return Volume.ofFloats(grid, hu);
    }
}
