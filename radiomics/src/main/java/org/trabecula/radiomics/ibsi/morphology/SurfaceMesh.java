package org.trabecula.radiomics.ibsi.morphology;

import java.util.List;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;

/// The triangle surface at level 0.5 of a mask (1 inside, 0 outside), by [MeshCell]s.
///
/// ```
/// area   = Σ |n_t|,    volume = ⅓ Σ p_t · n_t      n_t = ½ (b − a) × (c − a),  p_t = a, over triangles (a, b, c)
/// ```
///
/// All triangles of one kind of cell are alike, so area and normals are summed once per kind.
///
/// Source: IBSI reference manual, "Morphological features".
///
/// @param volumeMm3 enclosed volume — IBSI `RNU0`
/// @param areaMm2   area — IBSI `C0JK`
public record SurfaceMesh(double volumeMm3, double areaMm2) {
    public static SurfaceMesh of(Mask mask) {
        Spacing spacing = mask.grid().spacing();
        double[] area = new double[256];
        double[][] normal = new double[256][3]; // Σ n_t
        double[] moment = new double[256]; // Σ a · n_t, from the cell's corner
        for (int kind = 0; kind < 256; kind++) {
            add(MeshCell.triangles(kind), spacing, kind, area, normal, moment);
        }
        Box box = mask.box();
        boolean[] flags = mask.toFlags();
        int ni = box.size().i();
        int nj = box.size().j();
        int nk = box.size().k();
        double areaSum = 0;
        double volumeSum = 0;
        for (int k = -1; k < nk; k++) {
            double areaOfSlice = 0;
            double volumeOfSlice = 0;
            for (int j = -1; j < nj; j++) {
                int right = 0; // the four corners shared with the next cell of the row
                for (int i = -1; i < ni; i++) {
                    int left = right;
                    right = 0;
                    if (i + 1 < ni) {
                        right |= flag(flags, ni, nj, nk, i + 1, j, k) << 1;
                        right |= flag(flags, ni, nj, nk, i + 1, j + 1, k) << 3;
                        right |= flag(flags, ni, nj, nk, i + 1, j, k + 1) << 5;
                        right |= flag(flags, ni, nj, nk, i + 1, j + 1, k + 1) << 7;
                    }
                    int kind = left >> 1 | right;
                    areaOfSlice += area[kind];
                    volumeOfSlice += moment[kind]
                            + i * spacing.iMm() * normal[kind][0]
                            + j * spacing.jMm() * normal[kind][1]
                            + k * spacing.kMm() * normal[kind][2];
                }
            }
            areaSum += areaOfSlice;
            volumeSum += volumeOfSlice;
        }
        return new SurfaceMesh(volumeSum / 3, areaSum);
    }

    private static int flag(boolean[] flags, int ni, int nj, int nk, int i, int j, int k) {
        boolean exists = j >= 0 && k >= 0 && j < nj && k < nk;
        return exists && flags[i + ni * (j + nj * k)] ? 1 : 0;
    }

    private static void add(
            List<double[]> triangles, Spacing spacing, int kind, double[] area, double[][] normal, double[] moment) {
        for (double[] t : triangles) {
            double[] a = new double[3];
            double[] ab = new double[3];
            double[] ac = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double mm = spacing.along(axis);
                a[axis] = t[axis] * mm;
                ab[axis] = (t[3 + axis] - t[axis]) * mm;
                ac[axis] = (t[6 + axis] - t[axis]) * mm;
            }
            double x = (ab[1] * ac[2] - ab[2] * ac[1]) / 2;
            double y = (ab[2] * ac[0] - ab[0] * ac[2]) / 2;
            double z = (ab[0] * ac[1] - ab[1] * ac[0]) / 2;
            area[kind] += Math.sqrt(x * x + y * y + z * z);
            normal[kind][0] += x;
            normal[kind][1] += y;
            normal[kind][2] += z;
            moment[kind] += a[0] * x + a[1] * y + a[2] * z;
        }
    }
}
