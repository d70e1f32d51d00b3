package org.trabecula.radiomics.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

class ShapeTest {
    private static double of(String name, boolean[] flags, Size size, Spacing spacing) {
        return Shape3D.features(flags, size, spacing)[Shape3D.NAMES.indexOf(name)];
    }

    private static boolean[] filled(Size size) {
        boolean[] flags = new boolean[Math.toIntExact(size.voxels())];
        java.util.Arrays.fill(flags, true);
        return flags;
    }

    /// One voxel is an octahedron between the middles of its six faces: V = a³/6, A = √3 a². Eight terms are summed: 1e-14 is
    /// some ulps of a value of order 1 to 7.
    @Test
    void oneVoxelIsAnOctahedron() {
        Size one = new Size(1, 1, 1);
        assertThat(of("MeshVolume", filled(one), one, Spacing.isotropic(2))).isCloseTo(8.0 / 6, within(1e-14));
        assertThat(of("SurfaceArea", filled(one), one, Spacing.isotropic(2))).isCloseTo(Math.sqrt(3) * 4, within(1e-14));
        assertThat(of("Maximum3DDiameter", filled(one), one, Spacing.isotropic(2))).isEqualTo(2);
    }

    @Test
    void axesOfABoxAreThoseOfItsVoxelCentres() {
        Size size = new Size(9, 5, 3);
        Spacing spacing = new Spacing(1, 2, 0.5);
        // n centres a step apart have variance step² (n² − 1)/12; 1e-12: roundings of 135 squares, and of the eigenvalues' rotations
        assertThat(of("MajorAxisLength", filled(size), size, spacing)).isCloseTo(8 * Math.sqrt(24.0 / 12), within(1e-12));
        assertThat(of("MinorAxisLength", filled(size), size, spacing)).isCloseTo(4 * Math.sqrt(80.0 / 12), within(1e-12));
        assertThat(of("LeastAxisLength", filled(size), size, spacing)).isCloseTo(2 * Math.sqrt(8.0 / 12), within(1e-12));
        assertThat(of("VoxelVolume", filled(size), size, spacing)).isEqualTo(135);
    }

    /// The pruned search against all pairs of vertices, on random regions with holes and several parts.
    @Test
    void diametersAreTheLargestOverAllPairs() {
        SplittableRandom random = new SplittableRandom(2);
        Size size = new Size(9, 8, 7);
        Spacing spacing = new Spacing(0.7, 0.9, 2);
        for (int trial = 0; trial < 60; trial++) {
            boolean[] flags = new boolean[Math.toIntExact(size.voxels())];
            double density = random.nextDouble(0.01, 0.9);
            for (int n = 0; n < flags.length; n++) {
                flags[n] = random.nextDouble() < density;
            }
            flags[random.nextInt(flags.length)] = true;
            double[][] vertices = vertices(flags, size, spacing);
            double[] expected = new double[4];
            for (double[] p : vertices) {
                for (double[] q : vertices) {
                    double distance = Math.sqrt(square(p[0] - q[0]) + square(p[1] - q[1]) + square(p[2] - q[2]));
                    expected[0] = Math.max(expected[0], distance);
                    for (int axis = 0; axis < 3; axis++) {
                        if (p[axis] == q[axis]) {
                            expected[axis + 1] = Math.max(expected[axis + 1], distance);
                        }
                    }
                }
            }
            Diameters found = Diameters.of(new RegionBits(flags, size), spacing);
            // the root of the largest sum of three squares, found in another order: ulps of values up to some ten
            assertThat(found.maximum3D()).isCloseTo(expected[0], within(1e-12));
            assertThat(found.row()).isCloseTo(expected[1], within(1e-12));
            assertThat(found.column()).isCloseTo(expected[2], within(1e-12));
            assertThat(found.slice()).isCloseTo(expected[3], within(1e-12));
        }
    }

    private static double square(double a) {
        return a * a;
    }

    /// The middles between voxels inside and neighbours outside.
    private static double[][] vertices(boolean[] flags, Size size, Spacing spacing) {
        RegionBits bits = new RegionBits(flags, size);
        java.util.List<double[]> vertices = new java.util.ArrayList<>();
        for (int k = -1; k < size.k(); k++) {
            for (int j = -1; j < size.j(); j++) {
                for (int i = -1; i < size.i(); i++) {
                    boolean here = bits.inside()[bits.index(i, j, k)];
                    for (int axis = 0; axis < 3; axis++) {
                        if (here != bits.inside()[bits.index(i, j, k) + bits.stride(axis)]) {
                            vertices.add(new double[] {
                                (i + (axis == 0 ? 0.5 : 0)) * spacing.iMm(),
                                (j + (axis == 1 ? 0.5 : 0)) * spacing.jMm(),
                                (k + (axis == 2 ? 0.5 : 0)) * spacing.kMm()
                            });
                        }
                    }
                }
            }
        }
        return vertices.toArray(new double[0][]);
    }

    @Test
    void flatRegionHasNoThirdAxis() {
        Size size = new Size(4, 5, 1);
        assertThat(of("LeastAxisLength", filled(size), size, Spacing.isotropic(1))).isZero();
        assertThat(of("Flatness", filled(size), size, Spacing.isotropic(1))).isZero();
    }

    @Test
    void outlineOfASquareLosesItsCorners() {
        Size size = new Size(3, 3, 1);
        double[] features = Shape2D.features(filled(size), size, Spacing.isotropic(1), 2);
        // 9 pixels less four corners of 1/8
        assertThat(features[Shape2D.NAMES.indexOf("MeshSurface")]).isEqualTo(8.5);
        // a sum of twelve sides: 1e-14 is some ulps of 11
        assertThat(features[Shape2D.NAMES.indexOf("Perimeter")]).isCloseTo(8 + 4 * Math.sqrt(0.5), within(1e-14));
        assertThat(features[Shape2D.NAMES.indexOf("PixelSurface")]).isEqualTo(9);
    }
}
