package org.trabecula.dicom.segmentation;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;

/// The voxels whose centres lie inside polygons by the even-odd rule, all polygons of a slice taken together: a polygon in another one is
/// a hole, one in the hole an island, whichever way they turn. A bridge of zero width (keyhole) encloses nothing.
///
/// A voxel (i, j) is inside if a ray from it along rising i crosses edges an odd number of times; an edge from v₁ to v₂ is crossed for
/// v₁ ≤ j < v₂, so that a corner counts once. A centre exactly on an edge that faces rising i is outside, on the opposite one inside.
final class EvenOddRaster {
    /// A contour crosses a row twice or a few times; 2²⁴ crossings (128 MB) are more than a thousand contours make.
    private static final long MOST_CROSSINGS = 1L << 24;

    private EvenOddRaster() {}

    /// @param polygons each closed by itself, u and v of each corner in turn, in voxels from the centre of the slice's first one; finite
    /// @param width    columns of the slice
    /// @param height   rows of the slice
    /// @param where    names file and region in refusals
    /// @throws InputException DCM-013 if edges cross rows without measure
    static SliceRuns of(List<double[]> polygons, int width, int height, String where) {
        int[] counts = new int[height + 1];
        long crossings = 0;
        for (double[] polygon : polygons) {
            for (int n = 0; n < polygon.length; n += 2) {
                int first = firstRow(polygon, n);
                int end = endRow(polygon, n, height);
                crossings += Math.max(0, end - first);
                for (int j = first; j < end; j++) {
                    counts[j + 1]++;
                }
                if (crossings > MOST_CROSSINGS) {
                    throw new InputException(new Problem(
                            DicomProblem.CONTOURS, where, "contours whose edges cross rows of voxels more than " + MOST_CROSSINGS + " times",
                            "outlines", "look at the structure set: its coordinates are damaged"));
                }
            }
        }
        for (int j = 0; j < height; j++) {
            counts[j + 1] += counts[j];
        }
        double[] at = new double[(int) crossings];
        int[] next = counts.clone();
        for (double[] polygon : polygons) {
            for (int n = 0; n < polygon.length; n += 2) {
                int end = endRow(polygon, n, height);
                for (int j = firstRow(polygon, n); j < end; j++) {
                    at[next[j]++] = crossing(polygon, n, j);
                }
            }
        }
        SliceRuns.Builder runs = new SliceRuns.Builder();
        for (int j = 0; j < height; j++) {
            Arrays.sort(at, counts[j], counts[j + 1]);
            for (int n = counts[j]; n + 1 < counts[j + 1]; n += 2) {
                runs.add(j, column(at[n], width), column(at[n + 1], width));
            }
        }
        return runs.build();
    }

    /// The first column whose centre does not lie before `u`.
    private static int column(double u, int width) {
        return (int) Math.clamp(Math.ceil(u), 0, width);
    }

    private static int after(double[] polygon, int n) {
        return n + 2 < polygon.length ? n + 2 : 0;
    }

    /// The first row that the edge from corner `n` on crosses.
    private static int firstRow(double[] polygon, int n) {
        double low = Math.min(polygon[n + 1], polygon[after(polygon, n) + 1]);
        return (int) Math.clamp(Math.ceil(low), 0, Integer.MAX_VALUE);
    }

    /// The row behind the last.
    private static int endRow(double[] polygon, int n, int height) {
        double high = Math.max(polygon[n + 1], polygon[after(polygon, n) + 1]);
        return (int) Math.clamp(Math.ceil(high), 0, height);
    }

    /// Counted from the lower end, so that an edge that is walked both ways is crossed at one place to the last bit.
    private static double crossing(double[] polygon, int n, int j) {
        int m = after(polygon, n);
        int low = polygon[n + 1] <= polygon[m + 1] ? n : m;
        int high = low == n ? m : n;
        double u = polygon[low];
        double v = polygon[low + 1];
        return u + (j - v) / (polygon[high + 1] - v) * (polygon[high] - u);
    }
}
