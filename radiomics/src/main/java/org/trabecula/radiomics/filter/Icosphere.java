package org.trabecula.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Points spread over a sphere: the corners of an icosahedron, and the middles of its edges pushed out to the sphere, again
/// and again.
///
/// Order and rounding are those of trimesh's `icosphere`: new points are ordered by the edge's higher corner, then its lower
/// one. There an undivided icosahedron keeps radius 1 whatever radius is asked for.
final class Icosphere {
    private static final double SHORT = 0.5257311121191336;
    private static final double LONG = 0.85065080835204;

    private static final double[][] CORNERS = {
        {-SHORT, LONG, 0}, {SHORT, LONG, 0}, {-SHORT, -LONG, 0}, {SHORT, -LONG, 0},
        {0, -SHORT, LONG}, {0, SHORT, LONG}, {0, -SHORT, -LONG}, {0, SHORT, -LONG},
        {LONG, 0, -SHORT}, {LONG, 0, SHORT}, {-LONG, 0, -SHORT}, {-LONG, 0, SHORT}
    };

    private static final int[][] FACES = {
        {0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4}, {11, 10, 2}, {10, 7, 6},
        {7, 1, 8}, {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8}, {3, 8, 9}, {4, 9, 5}, {2, 4, 11}, {6, 2, 10},
        {8, 6, 7}, {9, 8, 1}
    };

    private Icosphere() {}

    /// The points as (x, y, z): 12 for subdivision 0, 42 for 1, 162 for 2.
    static double[][] points(double radius, int subdivision) {
        List<double[]> points = new ArrayList<>();
        for (double[] corner : CORNERS) {
            points.add(corner.clone());
        }
        List<int[]> faces = List.of(FACES);
        for (int n = 0; n < subdivision; n++) {
            faces = divide(points, faces);
            points.forEach(point -> push(point, radius));
        }
        return points.toArray(new double[0][]);
    }

    /// Adds the middle of each edge; each triangle becomes four.
    private static List<int[]> divide(List<double[]> points, List<int[]> faces) {
        TreeMap<Long, Integer> middles = new TreeMap<>();
        for (int[] face : faces) {
            for (int side = 0; side < 3; side++) {
                middles.put(edge(face[side], face[(side + 1) % 3]), -1);
            }
        }
        middles.replaceAll((edge, none) -> {
            double[] p = points.get((int) (edge >> 32));
            double[] q = points.get((int) (edge & 0xFFFF_FFFFL));
            points.add(new double[] {(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2});
            return points.size() - 1;
        });
        List<int[]> finer = new ArrayList<>();
        for (int[] face : faces) {
            int ab = middle(middles, face[0], face[1]);
            int bc = middle(middles, face[1], face[2]);
            int ca = middle(middles, face[2], face[0]);
            finer.add(new int[] {face[0], ab, ca});
            finer.add(new int[] {ab, face[1], bc});
            finer.add(new int[] {ca, bc, face[2]});
            finer.add(new int[] {ab, bc, ca});
        }
        return finer;
    }

    private static long edge(int a, int b) {
        return (long) Math.max(a, b) << 32 | Math.min(a, b);
    }

    private static int middle(TreeMap<Long, Integer> middles, int a, int b) {
        Integer place = middles.get(edge(a, b));
        if (place == null) {
            throw new IllegalStateException("edge " + a + "–" + b + " has no middle");
        }
        return place;
    }

    /// Moves a point along its ray to the sphere.
    private static void push(double[] point, double radius) {
        double length = Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
        for (int axis = 0; axis < 3; axis++) {
            point[axis] += point[axis] / length * (radius - length);
        }
    }
}
