package org.trabecula.radiomics.shape;

import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// Area and enclosed volume of the triangle mesh around a region.
///
/// ```
/// A = Σ ½ |(b − a) × (c − a)|        V = Σ (a × b) · c / 6        over the triangles (a, b, c), in mm
/// ```
///
/// A triangle's area depends on its cube's pattern only, and its share of V is linear in the cube's place o:
/// (a + o) × (b + o) · (c + o) = (a × b) · c + o · (a × b + b × c + c × a), summed over a pattern's triangles. So cubes are
/// counted by pattern and their places added, in whole numbers, and the geometry is done once per pattern.
///
/// The reduced table can leave gaps in the mesh, so V depends a little on where places are counted from: as in PyRadiomics,
/// from the first voxel of the empty margin.
///
/// @param areaMm2   surface area
/// @param volumeMm3 enclosed volume
record CubeMesh(double areaMm2, double volumeMm3) {
    static CubeMesh of(RegionBits region, Spacing spacing) {
        long[] count = new long[256];
        long[] sumI = new long[256];
        long[] sumJ = new long[256];
        long[] sumK = new long[256];
        tally(region, count, sumI, sumJ, sumK);
        double area = 0;
        double volume6 = 0;
        for (int pattern = 1; pattern < 255; pattern++) {
            if (count[pattern] == 0) {
                continue;
            }
            boolean turned = pattern >= CubeTriangles.PATTERNS;
            Pattern p = Pattern.of(turned ? pattern ^ 255 : pattern, spacing);
            double signed = count[pattern] * p.volume6
                    + sumI[pattern] * spacing.iMm() * p.normal[0]
                    + sumJ[pattern] * spacing.jMm() * p.normal[1]
                    + sumK[pattern] * spacing.kMm() * p.normal[2];
            area += count[pattern] * p.area;
            volume6 += turned ? -signed : signed;
        }
        return new CubeMesh(area, volume6 / 6);
    }

    private static void tally(RegionBits region, long[] count, long[] sumI, long[] sumJ, long[] sumK) {
        Size size = region.size();
        boolean[] in = region.inside();
        int strideJ = region.stride(1);
        int strideK = region.stride(2);
        for (int k = -1; k < size.k(); k++) {
            for (int j = -1; j < size.j(); j++) {
                int at = region.index(-1, j, k);
                int left = column(in, at, strideJ, strideK);
                for (int i = -1; i < size.i(); i++) {
                    at++;
                    int right = column(in, at, strideJ, strideK);
                    // corners 0 3 4 7 lie left, 1 2 5 6 right
                    int pattern = (left & 0b10011001) | (right & 0b01100110);
                    left = right;
                    if (pattern != 0 && pattern != 255) {
                        count[pattern]++;
                        sumI[pattern] += i + 1;
                        sumJ[pattern] += j + 1;
                        sumK[pattern] += k + 1;
                    }
                }
            }
        }
    }

    /// The four voxels of one side of a cube, as bits of both the left and the right corners.
    private static int column(boolean[] in, int at, int strideJ, int strideK) {
        return (in[at] ? 0b00000011 : 0)
                | (in[at + strideJ] ? 0b00001100 : 0)
                | (in[at + strideK] ? 0b00110000 : 0)
                | (in[at + strideJ + strideK] ? 0b11000000 : 0);
    }

    /// A pattern's triangles at the cube's own place: area, six times the volume, Σ a × b + b × c + c × a.
    private record Pattern(double area, double volume6, double[] normal) {
        static Pattern of(int pattern, Spacing spacing) {
            int[] edges = CubeTriangles.edges(pattern);
            double area = 0;
            double volume6 = 0;
            double[] normal = new double[3];
            for (int t = 0; t < edges.length; t += 3) {
                double[] a = middle(edges[t], spacing);
                double[] b = middle(edges[t + 1], spacing);
                double[] c = middle(edges[t + 2], spacing);
                double[] ab = cross(a, b);
                double[] bc = cross(b, c);
                double[] ca = cross(c, a);
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double n = ab[axis] + bc[axis] + ca[axis];
                    normal[axis] += n;
                    square += n * n;
                    volume6 += ab[axis] * c[axis];
                }
                area += 0.5 * Math.sqrt(square);
            }
            return new Pattern(area, volume6, normal);
        }

        private static double[] middle(int edge, Spacing spacing) {
            int[] from = CubeTriangles.CORNERS[CubeTriangles.EDGES[edge][0]];
            int[] to = CubeTriangles.CORNERS[CubeTriangles.EDGES[edge][1]];
            return new double[] {
                0.5 * (from[0] + to[0]) * spacing.iMm(),
                0.5 * (from[1] + to[1]) * spacing.jMm(),
                0.5 * (from[2] + to[2]) * spacing.kMm()
            };
        }

        /// In k, j, i order, the order in which PyRadiomics names coordinates: it decides the sign.
        private static double[] cross(double[] a, double[] b) {
            return new double[] {
                a[2] * b[1] - a[1] * b[2], a[0] * b[2] - a[2] * b[0], a[1] * b[0] - a[0] * b[1]
            };
        }
    }
}
