package org.trabecula.radiomics.shape;

import java.util.Arrays;
import org.trabecula.image.Size;

/// The vertices of a region's mesh that can be ends of a largest distance: on every line along one axis only the outermost
/// two, since what lies between them is never farther from anything than both.
///
/// Vertices are the middles between a voxel inside and a neighbour outside. Coordinates are whole numbers: twice the voxel
/// index, so middles are odd. The lines run along `axis`; `b` and `c` are the other two axes, b < c.
final class Vertices {
    /// Position of each vertex along i, j and k, in half voxels.
    final int[][] at;

    final int count;

    private Vertices(int[][] at, int count) {
        this.at = at;
        this.count = count;
    }

    /// Ordered by the coordinate along c, then b, then along the lines.
    static Vertices outermost(RegionBits region, int axis) {
        int b = axis == 0 ? 1 : 0;
        int c = axis == 2 ? 1 : 2;
        Size size = region.size();
        int lines = (2 * size.along(b) + 1) * (2 * size.along(c) + 1);
        int[] least = new int[lines];
        int[] most = new int[lines];
        Arrays.fill(least, Integer.MAX_VALUE);
        Arrays.fill(most, Integer.MIN_VALUE);
        int perC = 2 * size.along(b) + 1;
        boolean[] in = region.inside();
        int stride = region.stride(axis);
        int length = size.along(axis);
        int[] voxel = new int[3];
        for (int nc = -1; nc < size.along(c); nc++) {
            for (int nb = -1; nb < size.along(b); nb++) {
                voxel[axis] = -1;
                voxel[b] = nb;
                voxel[c] = nc;
                int row = region.index(voxel[0], voxel[1], voxel[2]);
                int line = (2 * nb + 1) + (2 * nc + 1) * perC;
                if (nb >= 0 && nc >= 0) {
                    along(in, row, stride, length, line, least, most);
                }
                if (nc >= 0) {
                    across(in, row, stride, region.stride(b), length, line + 1, least, most);
                }
                if (nb >= 0) {
                    across(in, row, stride, region.stride(c), length, line + perC, least, most);
                }
            }
        }
        return collect(least, most, perC, axis, b, c);
    }

    /// Middles between voxels of one row.
    private static void along(boolean[] in, int row, int stride, int length, int line, int[] least, int[] most) {
        int first = 0;
        while (first < length && !in[row + (first + 1) * stride]) {
            first++;
        }
        if (first == length) {
            return;
        }
        int last = length - 1;
        while (!in[row + (last + 1) * stride]) {
            last--;
        }
        least[line] = 2 * first - 1;
        most[line] = 2 * last + 1;
    }

    /// Middles between the voxels of two neighbouring rows.
    private static void across(
            boolean[] in, int row, int stride, int toNext, int length, int line, int[] least, int[] most) {
        int first = 0;
        while (first < length && in[row + (first + 1) * stride] == in[row + (first + 1) * stride + toNext]) {
            first++;
        }
        if (first == length) {
            return;
        }
        int last = length - 1;
        while (in[row + (last + 1) * stride] == in[row + (last + 1) * stride + toNext]) {
            last--;
        }
        least[line] = 2 * first;
        most[line] = 2 * last;
    }

    private static Vertices collect(int[] least, int[] most, int perC, int axis, int b, int c) {
        int count = 0;
        for (int line = 0; line < least.length; line++) {
            count += least[line] == Integer.MAX_VALUE ? 0 : least[line] == most[line] ? 1 : 2;
        }
        int[][] at = new int[3][count];
        int to = 0;
        for (int line = 0; line < least.length; line++) {
            if (least[line] == Integer.MAX_VALUE) {
                continue;
            }
            for (int end = 0; end < (least[line] == most[line] ? 1 : 2); end++) {
                at[axis][to] = end == 0 ? least[line] : most[line];
                at[b][to] = line % perC - 1;
                at[c][to] = line / perC - 1;
                to++;
            }
        }
        return new Vertices(at, count);
    }

    /// The corners of the convex hull of each plane across `axis`; no other vertex can be an end of a largest distance.
    Vertices hullCorners(int axis) {
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        long[] order = new long[count];
        for (int n = 0; n < count; n++) {
            // three coordinates from −1 on in one number: sorting it sorts by plane, then u, then v
            order[n] = ((long) (at[axis][n] + 1) << 42) | ((long) (at[u][n] + 1) << 21) | (at[v][n] + 1);
        }
        Arrays.sort(order);
        int[] us = new int[count];
        int[] vs = new int[count];
        int[] stack = new int[2 * count + 1];
        boolean[] corner = new boolean[count];
        int[][] kept = new int[3][count];
        int keptCount = 0;
        int from = 0;
        while (from < count) {
            long plane = order[from] >> 42;
            int n = 0;
            while (from + n < count && order[from + n] >> 42 == plane) {
                us[n] = (int) (order[from + n] >> 21 & 0x1FFFFF) - 1;
                vs[n] = (int) (order[from + n] & 0x1FFFFF) - 1;
                n++;
            }
            Hull.mark(us, vs, n, stack, corner);
            for (int m = 0; m < n; m++) {
                if (corner[m]) {
                    kept[axis][keptCount] = (int) plane - 1;
                    kept[u][keptCount] = us[m];
                    kept[v][keptCount] = vs[m];
                    keptCount++;
                }
            }
            from += n;
        }
        return new Vertices(kept, keptCount);
    }
}
