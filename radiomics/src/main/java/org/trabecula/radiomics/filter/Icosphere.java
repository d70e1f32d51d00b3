package org.trabecula.radiomics.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Points spread over a sphere: the corners of an icosahedron, and the middles of its edges pushed out to the sphere, again
/// and again.
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
        List<double[]> points = new ArrayList<>(List.of(CORNERS));
        List<int[]> faces = List.of(FACES);
        for (int n = 0; n < subdivision; n++) {
            Map<Long, Integer> middles = new HashMap<>();
            List<int[]> finer = new ArrayList<>();
            for (int[] face : faces) {
                int ab = middle(points, middles, face[0], face[1]);
                int bc = middle(points, middles, face[1], face[2]);
                int ca = middle(points, middles, face[2], face[0]);
                finer.add(new int[] {face[0], ab, ca});
                finer.add(new int[] {ab, face[1], bc});
                finer.add(new int[] {ca, bc, face[2]});
                finer.add(new int[] {ab, bc, ca});
            }
            faces = finer;
        }
        double[][] scaled = new double[points.size()][];
        for (int n = 0; n < scaled.length; n++) {
            double[] p = points.get(n);
            scaled[n] = new double[] {p[0] * radius, p[1] * radius, p[2] * radius};
        }
        return scaled;
    }

    private static int middle(List<double[]> points, Map<Long, Integer> middles, int a, int b) {
        long edge = (long) Math.min(a, b) << 32 | Math.max(a, b);
        return middles.computeIfAbsent(edge, key -> {
            double[] p = points.get(a);
            double[] q = points.get(b);
            double x = (p[0] + q[0]) / 2;
            double y = (p[1] + q[1]) / 2;
            double z = (p[2] + q[2]) / 2;
            double length = Math.sqrt(x * x + y * y + z * z);
            points.add(new double[] {x / length, y / length, z / length});
            return points.size() - 1;
        });
    }
}
