package org.trabecula.radiomics.ibsi.morphology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The surface inside one cell of eight voxel centres, for each of the 256 ways to be inside or outside.
///
/// Corner c of a cell lies at (c & 1, c >> 1 & 1, c >> 2 & 1). The surface cuts an edge between an inside and an outside
/// corner in the middle, because a mask's level 0.5 lies halfway between 0 and 1. On each face the cuts are joined by
/// lines that keep inside corners apart where they touch only diagonally; the lines of the six faces close to loops.
/// Neighbouring cells decide their common face alike, so the surface has no holes, and triangles turn their normals
/// outwards.
///
/// A loop that does not lie in a plane can be filled by triangles in several ways. The IBSI leaves the choice open; its
/// consensus values rest on the usual literal tables, which fill a loop with the largest area in a cubic cell, and so do we
/// (the smallest area misses asphericity and compactness in configurations A and digital).
///
/// Source: Lorensen and Cline 1987, doi:10.1145/37402.37422; the table is derived here, not copied.
final class MeshCell {
    /// The corners of each face, anticlockwise seen from outside the cell.
    private static final int[][] FACES = {
        {0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}
    };

    /// Fillings whose areas differ by less are equally large; the first is taken.
    private static final double TIE = 1e-9;

    private static final List<List<double[]>> TRIANGLES =
            IntStream.range(0, 256).mapToObj(MeshCell::derive).toList();

    private MeshCell() {}

    /// The triangles of a cell: for each, nine coordinates in voxels, corner 0 at (0, 0, 0).
    ///
    /// @param inside bit c is set when corner c lies inside
    static List<double[]> triangles(int inside) {
        return TRIANGLES.get(inside);
    }

    private static List<double[]> derive(int inside) {
        int[] next = new int[64]; // from a cut edge to the next one of its loop; an edge is named by lower · 8 + upper corner
        Arrays.fill(next, -1);
        for (int[] face : FACES) {
            for (int n = 0; n < 4; n++) {
                // going round a face, a line leads from the edge where we come inside to where we next go out
                if (isInside(inside, face[n]) || !isInside(inside, face[(n + 1) % 4])) {
                    continue;
                }
                int out = n + 1;
                while (isInside(inside, face[(out + 1) % 4])) {
                    out++;
                }
                next[edge(face[n], face[(n + 1) % 4])] = edge(face[out % 4], face[(out + 1) % 4]);
            }
        }
        List<double[]> triangles = new ArrayList<>();
        for (int start = 0; start < next.length; start++) {
            List<double[]> loop = new ArrayList<>();
            for (int at = start; next[at] >= 0; ) {
                loop.add(middle(at));
                int following = next[at];
                next[at] = -1;
                at = following;
            }
            if (!loop.isEmpty()) {
                triangles.addAll(largestFilling(loop, 0, loop.size() - 1).triangles);
            }
        }
        return triangles;
    }

    private record Filling(double area, List<double[]> triangles) {}

    /// The filling of the part of a loop from point `first` to `last`, which are joined by a line.
    private static Filling largestFilling(List<double[]> loop, int first, int last) {
        Filling largest = new Filling(0, List.of());
        for (int tip = first + 1; tip < last; tip++) {
            double[] a = loop.get(first);
            double[] b = loop.get(tip);
            double[] c = loop.get(last);
            Filling before = largestFilling(loop, first, tip);
            Filling after = largestFilling(loop, tip, last);
            double own = PointVectors.length(PointVectors.cross(PointVectors.minus(b, a), PointVectors.minus(c, a))) / 2;
            double area = before.area + own + after.area;
            if (area > largest.area + TIE) {
                List<double[]> triangles = new ArrayList<>(before.triangles);
                triangles.addAll(after.triangles);
                triangles.add(new double[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]});
                largest = new Filling(area, triangles);
            }
        }
        return largest;
    }

    /// The middle of an edge.
    private static double[] middle(int edge) {
        int a = edge / 8;
        int b = edge % 8;
        double[] point = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            point[axis] = ((a >> axis & 1) + (b >> axis & 1)) / 2.0;
        }
        return point;
    }

    private static boolean isInside(int inside, int corner) {
        return (inside >> corner & 1) == 1;
    }

    private static int edge(int a, int b) {
        return Math.min(a, b) * 8 + Math.max(a, b);
    }
}
