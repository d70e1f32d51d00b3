package org.trabecula.radiomics.shape;

/// Convex hulls of points with whole coordinates in a plane.
final class Hull {
    private Hull() {}

    /// Marks the corners of the convex hull; points on its sides are not corners.
    ///
    /// Andrew's monotone chain. Distances between points are largest between corners, whatever the scale of the axes.
    ///
    /// @param u     first coordinates, ascending
    /// @param v     second coordinates, ascending where the first are equal; no point twice
    /// @param count how many points
    /// @param stack room for 2·count + 1 indices
    /// @param corner set to true for corners, to false for the others
    static void mark(int[] u, int[] v, int count, int[] stack, boolean[] corner) {
        for (int n = 0; n < count; n++) {
            corner[n] = false;
        }
        int top = 0;
        for (int n = 0; n < count; n++) {
            while (top >= 2 && !turnsLeft(u, v, stack[top - 2], stack[top - 1], n)) {
                top--;
            }
            stack[top++] = n;
        }
        int bottom = top + 1;
        for (int n = count - 2; n >= 0; n--) {
            while (top >= bottom && !turnsLeft(u, v, stack[top - 2], stack[top - 1], n)) {
                top--;
            }
            stack[top++] = n;
        }
        for (int n = 0; n < top; n++) {
            corner[stack[n]] = true;
        }
    }

    private static boolean turnsLeft(int[] u, int[] v, int a, int b, int c) {
        return (long) (u[b] - u[a]) * (v[c] - v[a]) - (long) (v[b] - v[a]) * (u[c] - u[a]) > 0;
    }
}
