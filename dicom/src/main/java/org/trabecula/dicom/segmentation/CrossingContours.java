package org.trabecula.dicom.segmentation;

import java.util.Collection;
import java.util.List;

/// Contours of one region that cut across each other on a slice. By the even-odd rule what two enclose together is outside; whoever drew two
/// overlapping outlines may have meant their union, so that it has to be said. Contours that touch, or share an edge, do not cross.
final class CrossingContours {
    /// Pairs of edges that are compared at most: a hundred slices with two outlines of 400 corners. Beyond, no more are looked for.
    private static final long MOST_PAIRS = 1L << 24;

    private CrossingContours() {}

    /// On how many slices there are some.
    ///
    /// @param slices the polygons of each, u and v of each corner in turn
    static int slices(Collection<List<double[]>> slices) {
        long pairs = 0;
        int found = 0;
        for (List<double[]> polygons : slices) {
            boolean crossed = false;
            for (int a = 0; a < polygons.size() && !crossed; a++) {
                for (int b = a + 1; b < polygons.size() && !crossed; b++) {
                    pairs += 1 + (long) polygons.get(a).length * polygons.get(b).length / 4;
                    if (pairs > MOST_PAIRS) {
                        return found;
                    }
                    crossed = cross(polygons.get(a), polygons.get(b));
                }
            }
            found += crossed ? 1 : 0;
        }
        return found;
    }

    private static boolean cross(double[] one, double[] other) {
        for (int n = 0; n < one.length; n += 2) {
            int next = (n + 2) % one.length;
            for (int m = 0; m < other.length; m += 2) {
                int after = (m + 2) % other.length;
                if (apart(one, n, next, other[m], other[m + 1], other[after], other[after + 1])
                        && apart(other, m, after, one[n], one[n + 1], one[next], one[next + 1])) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether two points lie strictly on different sides of the line through two corners.
    private static boolean apart(double[] polygon, int from, int to, double u1, double v1, double u2, double v2) {
        return side(polygon, from, to, u1, v1) * side(polygon, from, to, u2, v2) < 0;
    }

    private static double side(double[] polygon, int from, int to, double u, double v) {
        return (polygon[to] - polygon[from]) * (v - polygon[from + 1]) - (polygon[to + 1] - polygon[from + 1]) * (u - polygon[from]);
    }
}
