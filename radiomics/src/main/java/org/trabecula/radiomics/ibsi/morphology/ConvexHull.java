package org.trabecula.radiomics.ibsi.morphology;

import java.util.List;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;

/// The convex hull of a mask's surface mesh, in millimetres.
///
/// Its volume and area divide those of the mesh in the densities IBSI `R3ER` and `7T7F`.
///
/// ```
/// volume = 1/6 Σ a · (b × c),   area = ½ Σ |(b − a) × (c − a)|      over faces (a, b, c), anticlockwise from outside
/// ```
///
/// Source: IBSI reference manual, "Volume density - convex hull".
public final class ConvexHull {
    private final double[][] vertices;
    private final int[][] faces;
    private final double volumeMm3;
    private final double areaMm2;

    private ConvexHull(double[][] vertices, int[][] faces) {
        this.vertices = vertices;
        this.faces = faces;
        double volume = 0;
        double area = 0;
        for (int[] face : faces) {
            double[] a = vertices[face[0]];
            double[] b = vertices[face[1]];
            double[] c = vertices[face[2]];
            volume += PointVectors.dot(a, PointVectors.cross(b, c)) / 6;
            area += PointVectors.length(PointVectors.cross(PointVectors.minus(b, a), PointVectors.minus(c, a))) / 2;
        }
        this.volumeMm3 = volume;
        this.areaMm2 = area;
    }

    public static ConvexHull of(Mask mask) {
        MeshPoints points = MeshPoints.of(mask);
        List<HullBuilder.Face> found = HullBuilder.faces(points);
        int[] vertexOf = new int[points.count()];
        int[][] faces = new int[found.size()][3];
        for (HullBuilder.Face face : found) {
            for (int corner : face.corners) {
                vertexOf[corner] = 1;
            }
        }
        Spacing spacing = mask.grid().spacing();
        int count = 0;
        for (int used : vertexOf) {
            count += used;
        }
        double[][] vertices = new double[count][];
        int next = 0;
        for (int p = 0; p < vertexOf.length; p++) {
            if (vertexOf[p] == 1) {
                vertices[next] = new double[] {
                    points.i()[p] * spacing.iMm() / 2, points.j()[p] * spacing.jMm() / 2, points.k()[p] * spacing.kMm() / 2
                };
                vertexOf[p] = next++;
            }
        }
        for (int f = 0; f < faces.length; f++) {
            for (int corner = 0; corner < 3; corner++) {
                faces[f][corner] = vertexOf[found.get(f).corners[corner]];
            }
        }
        return new ConvexHull(vertices, faces);
    }

    public double volumeMm3() {
        return volumeMm3;
    }

    public double areaMm2() {
        return areaMm2;
    }

    /// The largest distance of two mesh vertices — IBSI `L0JK`; both are vertices of the hull.
    public double diameterMm() {
        double longest = 0;
        for (int a = 0; a < vertices.length; a++) {
            for (int b = a + 1; b < vertices.length; b++) {
                double[] between = PointVectors.minus(vertices[a], vertices[b]);
                longest = Math.max(longest, PointVectors.dot(between, between));
            }
        }
        return Math.sqrt(longest);
    }

    /// Vertices in mm, by x, y, z along i, j, k; read only.
    double[][] vertices() {
        return vertices;
    }

    /// Triangles of vertex indices, anticlockwise from outside; read only.
    int[][] faces() {
        return faces;
    }
}
