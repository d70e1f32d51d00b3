package org.trabecula.phantom;

import java.util.Arrays;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// The voxels being painted, in the patient's frame: i to the left, j to the back, k to the head.
final class Canvas {
    final Size size;
    final Spacing spacing;
    /// HU, i fastest.
    final float[] hu;

    private final double[] firstMm;
    private final double edgeMm;

    /// @param firstMm place of voxel (0, 0, 0)
    Canvas(Size size, Spacing spacing, double[] firstMm) {
        this.size = size;
        this.spacing = spacing;
        this.firstMm = firstMm.clone();
        this.hu = new float[Math.toIntExact(size.voxels())];
        this.edgeMm = Math.cbrt(spacing.voxelVolumeMm3());
    }

    double place(int axis, int index) {
        return firstMm[axis] + index * spacing.along(axis);
    }

    int index(int i, int j, int k) {
        return i + size.i() * (j + size.j() * k);
    }

    /// First voxel on an axis at or above `mm`, inside the canvas.
    int from(int axis, double mm) {
        return (int) Math.max(0, Math.min(size.along(axis), Math.ceil((mm - firstMm[axis]) / spacing.along(axis))));
    }

    /// One past the last voxel on an axis at or below `mm`, inside the canvas.
    int to(int axis, double mm) {
        return (int)
                Math.max(0, Math.min(size.along(axis), Math.floor((mm - firstMm[axis]) / spacing.along(axis)) + 1));
    }

    /// The share of a voxel that lies inside a surface `insideMm` away: partial volume.
    double coverage(double insideMm) {
        return Math.max(0, Math.min(1, 0.5 + insideMm / edgeMm));
    }

    /// How far outside a surface voxels are still touched by it.
    double reachMm() {
        return 0.5 * edgeMm;
    }

    /// Covers `share` of a voxel with a tissue.
    void paint(int index, double tissueHu, double share) {
        hu[index] += (float) (share * (tissueHu - hu[index]));
    }

    /// A buffer of depths below a surface, far outside everywhere.
    float[] depths() {
        float[] depth = new float[hu.length];
        Arrays.fill(depth, -1000);
        return depth;
    }
}
