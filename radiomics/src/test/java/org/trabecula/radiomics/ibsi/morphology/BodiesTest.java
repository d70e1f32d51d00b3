package org.trabecula.radiomics.ibsi.morphology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.ibsi.TestRegion;

/// Bodies whose size is known in closed form. 1e-12 of a value of order 1…1000 covers the rounding of a few sums.
final class BodiesTest {
    private static final Spacing SPACING = new Spacing(0.5, 2, 3);

    private static Mask oneVoxel(Spacing spacing) {
        return TestRegion.mask(TestRegion.grid(3, 3, 3, spacing), (i, j, k) -> i == 1 && j == 1 && k == 1);
    }

    @Test
    void oneVoxelIsAnOctahedron() {
        SurfaceMesh mesh = SurfaceMesh.of(oneVoxel(SPACING));
        // half axes a = 0.25, b = 1, c = 1.5: V = 4/3 abc, A = 4 √(a²b² + b²c² + c²a²)
        assertThat(mesh.volumeMm3()).isCloseTo(4.0 / 3 * 0.25 * 1 * 1.5, within(1e-12));
        double squares = Math.pow(0.25, 2) + Math.pow(1.5, 2) + Math.pow(0.25 * 1.5, 2);
        assertThat(mesh.areaMm2()).isCloseTo(4 * Math.sqrt(squares), within(1e-12));
        ConvexHull hull = ConvexHull.of(oneVoxel(SPACING));
        assertThat(hull.volumeMm3()).isCloseTo(mesh.volumeMm3(), within(1e-12));
        assertThat(hull.areaMm2()).isCloseTo(mesh.areaMm2(), within(1e-12));
        assertThat(hull.diameterMm()).isEqualTo(3);
    }

    @Test
    void hullOfABlockLacksItsTruncatedEdges() {
        Mask block = TestRegion.mask(
                TestRegion.grid(6, 5, 4, Spacing.isotropic(1)), (i, j, k) -> i > 0 && i < 5 && j > 0 && j < 4 && k > 0 && k < 3);
        ConvexHull hull = ConvexHull.of(block);
        // 4 × 3 × 2 voxels: centres 3 × 2 × 1, plus slabs of ½ on the faces, prisms on the edges, corners
        double slabs = 2 * 0.5 * (3 * 2 + 2 * 1 + 1 * 3);
        double prisms = 4 * (0.5 * 0.5 / 2) * (3 + 2 + 1);
        double corners = 8 * (0.5 * 0.5 * 0.5 / 6);
        assertThat(hull.volumeMm3()).isCloseTo(3 * 2 * 1 + slabs + prisms + corners, within(1e-12));
        assertThat(SurfaceMesh.of(block).volumeMm3()).isCloseTo(hull.volumeMm3(), within(1e-12));
        EnclosingBox box = EnclosingBox.aligned(hull);
        assertThat(box.volumeMm3()).isCloseTo(24, within(1e-12));
        assertThat(box.areaMm2()).isCloseTo(52, within(1e-12));
    }

    @Test
    void everyMeshPointLiesInTheHull() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Grid grid = TestRegion.grid(7, 6, 5, SPACING);
            Mask mask = TestRegion.mask(grid, (i, j, k) -> i == 3 && j == 3 && k == 2 || random.nextInt(6) == 0);
            MeshPoints points = MeshPoints.of(mask);
            for (HullBuilder.Face face : HullBuilder.faces(points)) {
                for (int p = 0; p < points.count(); p++) {
                    assertThat(height(points, face.corners, p)).as("seed %d", seed).isLessThanOrEqualTo(0);
                }
            }
        }
    }

    private static long height(MeshPoints p, int[] face, int point) {
        long ux = p.i()[face[1]] - p.i()[face[0]];
        long uy = p.j()[face[1]] - p.j()[face[0]];
        long uz = p.k()[face[1]] - p.k()[face[0]];
        long vx = p.i()[face[2]] - p.i()[face[0]];
        long vy = p.j()[face[2]] - p.j()[face[0]];
        long vz = p.k()[face[2]] - p.k()[face[0]];
        return (uy * vz - uz * vy) * (p.i()[point] - p.i()[face[0]])
                + (uz * vx - ux * vz) * (p.j()[point] - p.j()[face[0]])
                + (ux * vy - uy * vx) * (p.k()[point] - p.k()[face[0]]);
    }

    /// In a closed, consistently turned surface every side of a triangle is met once in each direction. Random masks hold
    /// every kind of cell.
    @Test
    void meshIsClosed() {
        SplittableRandom random = new SplittableRandom(7);
        Mask mask = TestRegion.mask(TestRegion.grid(14, 14, 14, SPACING), (i, j, k) -> random.nextBoolean());
        Map<String, Integer> balance = new HashMap<>();
        for (int k = -1; k < 14; k++) {
            for (int j = -1; j < 14; j++) {
                for (int i = -1; i < 14; i++) {
                    int kind = 0;
                    for (int corner = 0; corner < 8; corner++) {
                        boolean in = mask.at(i + (corner & 1), j + (corner >> 1 & 1), k + (corner >> 2 & 1));
                        kind |= in ? 1 << corner : 0;
                    }
                    for (double[] t : MeshCell.triangles(kind)) {
                        for (int side = 0; side < 3; side++) {
                            String from = point(t, side, i, j, k);
                            String to = point(t, (side + 1) % 3, i, j, k);
                            boolean rising = from.compareTo(to) < 0;
                            balance.merge(rising ? from + to : to + from, rising ? 1 : -1, Integer::sum);
                        }
                    }
                }
            }
        }
        assertThat(balance).hasSizeGreaterThan(10_000);
        assertThat(balance.values()).containsOnly(0);
    }

    private static String point(double[] triangle, int corner, int i, int j, int k) {
        return "(" + (i + triangle[3 * corner]) + " " + (j + triangle[3 * corner + 1]) + " " + (k + triangle[3 * corner + 2]) + ")";
    }

    @Test
    void sphereHasItsAreaAndAnyOtherEllipsoidTheStandardsSeries() {
        assertThat(new Ellipsoid(2, 2, 2).areaMm2()).isCloseTo(4 * Math.PI * 4, within(1e-12));
        // b = c: α = β, every P_ν(1) is 1, and the series is 1 + Σ α^2ν / (1 − 4ν²)
        double alpha2 = 1 - 4.0 / 9;
        double sum = 0;
        for (int nu = 0; nu <= 20; nu++) {
            sum += Math.pow(alpha2, nu) / (1 - 4.0 * nu * nu);
        }
        assertThat(new Ellipsoid(3, 2, 2).areaMm2()).isCloseTo(4 * Math.PI * 6 * sum, within(1e-12));
    }

    @Test
    void ellipsoidAroundAnOctahedronAndACubeIsKnown() {
        Ellipsoid around = Ellipsoid.enclosing(ConvexHull.of(oneVoxel(new Spacing(2, 4, 6))));
        // 1e-6: the search ends within 1e-7 of the optimal weights
        assertThat(around.aMm()).isCloseTo(3, within(1e-6));
        assertThat(around.bMm()).isCloseTo(2, within(1e-6));
        assertThat(around.cMm()).isCloseTo(1, within(1e-6));
        double[][] cube = new double[8][3];
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 0; axis < 3; axis++) {
                cube[corner][axis] = corner >> axis & 1;
            }
        }
        Ellipsoid ball = MinimumEllipsoid.around(cube);
        assertThat(ball.aMm()).isCloseTo(Math.sqrt(3) / 2, within(1e-6));
        assertThat(ball.cMm()).isCloseTo(Math.sqrt(3) / 2, within(1e-6));
    }

    @Test
    void orientedBoxOfADiagonalBarIsSmallerThanTheAlignedOne() {
        Mask bar = TestRegion.mask(
                TestRegion.grid(20, 20, 5, Spacing.isotropic(1)), (i, j, k) -> k == 2 && Math.abs(i - j) <= 1);
        ConvexHull hull = ConvexHull.of(bar);
        EnclosingBox aligned = EnclosingBox.aligned(hull);
        EnclosingBox oriented = EnclosingBox.oriented(hull);
        assertThat(oriented.volumeMm3()).isLessThan(aligned.volumeMm3() / 3);
        assertThat(oriented.volumeMm3()).isGreaterThanOrEqualTo(hull.volumeMm3());
    }

    @Test
    void principalAxesOfABlockAreItsMoments() {
        Mask block = TestRegion.mask(TestRegion.grid(4, 3, 2, SPACING), (i, j, k) -> true);
        CentreAxes axes = CentreAxes.of(block);
        // along an axis of n voxels: variance s² (n² − 1) / 12, times N / (N − 1)
        double correction = 24.0 / 23;
        double i = 4 * Math.sqrt(0.25 * 15 / 12.0 * correction);
        double j = 4 * Math.sqrt(4.0 * 8 / 12 * correction);
        double k = 4 * Math.sqrt(9.0 * 3 / 12 * correction);
        assertThat(axes.majorMm()).isCloseTo(Math.max(j, k), within(1e-12));
        assertThat(axes.minorMm()).isCloseTo(Math.min(j, k), within(1e-12));
        assertThat(axes.leastMm()).isCloseTo(i, within(1e-12));
    }
}
