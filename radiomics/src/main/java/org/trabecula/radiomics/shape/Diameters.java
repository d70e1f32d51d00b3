package org.trabecula.radiomics.shape;

import java.util.Arrays;
import org.trabecula.image.Spacing;

/// The largest distances between vertices of a region's mesh, in mm.
///
/// @param maximum3D among all vertices
/// @param slice     among vertices of equal k (PyRadiomics' Slice)
/// @param column    among vertices of equal j (Column)
/// @param row       among vertices of equal i (Row)
record Diameters(double maximum3D, double slice, double column, double row) {
    static Diameters of(RegionBits region, Spacing spacing) {
        Vertices alongI = Vertices.outermost(region, 0);
        Vertices sliceCorners = alongI.hullCorners(2);
        Vertices columnCorners = alongI.hullCorners(1);
        Vertices rowCorners = Vertices.outermost(region, 2).hullCorners(0);
        Vertices candidates = sliceCorners.hullCorners(1).hullCorners(0).hullCorners(2);
        return new Diameters(
                overall(candidates, spacing),
                inPlanes(sliceCorners, 2, spacing),
                inPlanes(columnCorners, 1, spacing),
                inPlanes(rowCorners, 0, spacing));
    }

    /// The largest distance between vertices of one plane across `axis`; the planes lie one after the other.
    static double inPlanes(Vertices corners, int axis, Spacing spacing) {
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        double uMm = spacing.along(u) / 2;
        double vMm = spacing.along(v) / 2;
        double largest = 0;
        int from = 0;
        for (int n = 0; n < corners.count; n++) {
            if (corners.at[axis][n] != corners.at[axis][from]) {
                from = n;
            }
            for (int m = from; m < n; m++) {
                double du = (corners.at[u][n] - corners.at[u][m]) * uMm;
                double dv = (corners.at[v][n] - corners.at[v][m]) * vMm;
                largest = Math.max(largest, du * du + dv * dv);
            }
        }
        return Math.sqrt(largest);
    }

    /// Pairs are tried from the outermost vertices inwards, until no pair can be farther apart than the farthest found:
    /// |p − q| ≤ |p − m| + |q − m| for the middle m.
    private static double overall(Vertices candidates, Spacing spacing) {
        int n = candidates.count;
        double[][] p = new double[n][4];
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int m = 0; m < n; m++) {
                p[m][axis] = candidates.at[axis][m] * spacing.along(axis) / 2;
                middle[axis] += p[m][axis] / n;
            }
        }
        for (double[] point : p) {
            point[3] = Math.sqrt(square(point, middle));
        }
        Arrays.sort(p, (a, b) -> Double.compare(b[3], a[3]));
        double largest = 0;
        for (int a = 0; a < n; a++) {
            double reach = Math.sqrt(largest) - p[a][3];
            if (p[0][3] < reach) {
                break;
            }
            for (int b = 0; b < a && p[b][3] >= reach; b++) {
                double square = square(p[a], p[b]);
                if (square > largest) {
                    largest = square;
                    reach = Math.sqrt(largest) - p[a][3];
                }
            }
        }
        return Math.sqrt(largest);
    }

    private static double square(double[] a, double[] b) {
        double i = a[0] - b[0];
        double j = a[1] - b[1];
        double k = a[2] - b[2];
        return i * i + j * j + k * k;
    }
}
