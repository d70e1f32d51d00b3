package org.trabecula.radiomics.ibsi.morphology;

import java.util.Arrays;
import java.util.Comparator;

/// The convex outline of points seen along a direction, anticlockwise.
///
/// Source: Andrew 1979, doi:10.1016/0020-0190(79)90072-3 (the outline); Freeman and Shapira 1975,
/// doi:10.1145/360881.360919 (a least rectangle has a side on the outline).
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Outline(double[][] corners) {
    /// @param u first direction of the plane of view, a unit vector
    /// @param v second direction, perpendicular to it
    static Outline of(double[][] points, double[] u, double[] v) {
        double[][] seen = new double[points.length][];
        for (int p = 0; p < points.length; p++) {
            seen[p] = new double[] {PointVectors.dot(points[p], u), PointVectors.dot(points[p], v)};
        }
        Arrays.sort(seen, Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        double[][] chain = new double[2 * seen.length][];
        int length = 0;
        for (double[] point : seen) {
            length = append(chain, length, 0, point);
        }
        int lower = length;
        for (int p = seen.length - 2; p >= 0; p--) {
            length = append(chain, length, lower - 1, seen[p]);
        }
        return new Outline(Arrays.copyOf(chain, length - 1)); // the last corner is the first again
    }

    /// Puts a point on the chain, after taking off what does not turn left; corners up to `fixed` stay.
    private static int append(double[][] chain, int length, int fixed, double[] point) {
        int kept = length;
        while (kept > fixed + 1 && turn(chain[kept - 2], chain[kept - 1], point) <= 0) {
            kept--;
        }
        chain[kept] = point;
        return kept + 1;
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    /// The sides of the rectangle of least area around the outline.
    double[] leastRectangle() {
        double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int n = 0; n < corners.length; n++) {
            double[] a = corners[n];
            double[] b = corners[(n + 1) % corners.length];
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            if (length > 0) {
                double cos = (b[0] - a[0]) / length;
                double sin = (b[1] - a[1]) / length;
                double along = extent(cos, sin);
                double across = extent(-sin, cos);
                if (along * across < best[0] * best[1]) {
                    best = new double[] {along, across};
                }
            }
        }
        return best;
    }

    private double extent(double x, double y) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] corner : corners) {
            double position = corner[0] * x + corner[1] * y;
            min = Math.min(min, position);
            max = Math.max(max, position);
        }
        return max - min;
    }
}
