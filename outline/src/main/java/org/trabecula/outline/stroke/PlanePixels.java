package org.trabecula.outline.stroke;

import java.util.Arrays;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Spacing;
import org.trabecula.outline.slices.SlicePlane;

/// The pixels of one slice that a stroke covers, within the part of the slice that holds them; none if it misses the grid.
final class PlanePixels {
    private final SlicePlane plane;
    private final int firstFrom;
    private final int secondFrom;
    private final int width;
    private final int height;
    private final boolean[] covered;
    private final double firstMm;
    private final double secondMm;

    /// The window on a slice that holds `points` and `reachMm` around them, cut at the grid.
    PlanePixels(SlicePlane plane, Grid grid, Iterable<PlanePoint> points, double reachMm) {
        this.plane = plane;
        Spacing spacing = grid.spacing();
        firstMm = spacing.along(plane.firstAxis());
        secondMm = spacing.along(plane.secondAxis());
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PlanePoint point : points) {
            left = Math.min(left, point.first());
            right = Math.max(right, point.first());
            low = Math.min(low, point.second());
            high = Math.max(high, point.second());
        }
        firstFrom = (int) Math.max(0, Math.floor(left - reachMm / firstMm));
        secondFrom = (int) Math.max(0, Math.floor(low - reachMm / secondMm));
        int firstTo = (int) Math.min(grid.size().along(plane.firstAxis()) - 1, Math.ceil(right + reachMm / firstMm));
        int secondTo = (int) Math.min(grid.size().along(plane.secondAxis()) - 1, Math.ceil(high + reachMm / secondMm));
        boolean misses = !plane.isIn(grid) || firstTo < firstFrom || secondTo < secondFrom;
        width = misses ? 0 : firstTo - firstFrom + 1;
        height = misses ? 0 : secondTo - secondFrom + 1;
        covered = new boolean[width * height];
    }

    boolean isEmpty() {
        return covered.length == 0;
    }

    /// The window as a box of one slice; only where it is not empty.
    Box box() {
        int[] min = new int[3];
        int[] max = new int[3];
        min[plane.axis()] = plane.slice();
        max[plane.axis()] = plane.slice();
        min[plane.firstAxis()] = firstFrom;
        max[plane.firstAxis()] = firstFrom + width - 1;
        min[plane.secondAxis()] = secondFrom;
        max[plane.secondAxis()] = secondFrom + height - 1;
        return new Box(min[0], min[1], min[2], max[0], max[1], max[2]);
    }

    /// Flags in the order of [#box], i fastest: that of rows, since the first axis comes before the second.
    boolean[] flags() {
        return covered;
    }

    /// Covers every pixel whose centre lies within `radiusMm` of the line from one point to the other.
    void coverLine(PlanePoint from, PlanePoint to, double radiusMm) {
        double x0 = from.first() * firstMm;
        double y0 = from.second() * secondMm;
        double dx = to.first() * firstMm - x0;
        double dy = to.second() * secondMm - y0;
        double length2 = dx * dx + dy * dy;
        int aFrom = Math.max(0, floor((Math.min(x0, x0 + dx) - radiusMm) / firstMm) - firstFrom);
        int aTo = Math.min(width - 1, ceil((Math.max(x0, x0 + dx) + radiusMm) / firstMm) - firstFrom);
        int bFrom = Math.max(0, floor((Math.min(y0, y0 + dy) - radiusMm) / secondMm) - secondFrom);
        int bTo = Math.min(height - 1, ceil((Math.max(y0, y0 + dy) + radiusMm) / secondMm) - secondFrom);
        for (int b = bFrom; b <= bTo; b++) {
            double y = (b + secondFrom) * secondMm - y0;
            for (int a = aFrom; a <= aTo; a++) {
                double x = (a + firstFrom) * firstMm - x0;
                double t = length2 > 0 ? Math.clamp((x * dx + y * dy) / length2, 0, 1) : 0;
                double away = Math.hypot(x - t * dx, y - t * dy);
                if (away <= radiusMm) {
                    covered[a + width * b] = true;
                }
            }
        }
    }

    /// Covers every pixel whose centre lies inside a closed polygon (even–odd rule).
    ///
    /// Each edge owns its lower end and the pixels on its right, so polygons that share an edge share no pixel.
    void coverPolygon(PlanePoint[] corners) {
        double[] crossings = new double[corners.length];
        for (int b = 0; b < height; b++) {
            double y = b + secondFrom;
            int count = 0;
            for (int n = 0; n < corners.length; n++) {
                PlanePoint p = corners[n];
                PlanePoint q = corners[(n + 1) % corners.length];
                if (p.second() <= y != q.second() <= y) {
                    double t = (y - p.second()) / (q.second() - p.second());
                    crossings[count++] = p.first() + t * (q.first() - p.first());
                }
            }
            Arrays.sort(crossings, 0, count);
            for (int n = 0; n + 1 < count; n += 2) {
                int from = Math.max(0, ceil(crossings[n]) - firstFrom);
                int to = Math.min(width - 1, ceil(crossings[n + 1]) - 1 - firstFrom);
                for (int a = from; a <= to; a++) {
                    covered[a + width * b] = true;
                }
            }
        }
    }

    private static int floor(double value) {
        return (int) Math.floor(value);
    }

    private static int ceil(double value) {
        return (int) Math.ceil(value);
    }
}
