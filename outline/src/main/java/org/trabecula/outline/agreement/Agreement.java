package org.trabecula.outline.agreement;

import java.util.Arrays;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.outline.distance.EuclideanDistance;

/// How well two masks of one region agree. It does not matter which comes first.
///
/// Surfaces are voxels of a mask with one of their six neighbours outside of it (outside of the grid counts), distances run
/// between voxel centres, and the 95 % surface distance is the 95th percentile (linear between ranks, as NumPy's) of the
/// distances from both surfaces together: the definitions of MedPy's `dc`, `hd95` and `assd`. Others take the larger of the two
/// directions' percentiles, or weigh by area, and get other numbers.
///
/// @param dice                  2·|A ∩ B| / (|A| + |B|), 0 … 1
/// @param surfaceDistance95Mm   95 % surface distance (HD95) in mm
/// @param meanSurfaceDistanceMm mean of the two directions' mean surface distances (ASSD) in mm
public record Agreement(double dice, double surfaceDistance95Mm, double meanSurfaceDistanceMm) {
    /// @throws IllegalArgumentException if the grids differ in size or spacing
    public static Agreement of(Mask one, Mask other) {
        if (!one.grid().size().equals(other.grid().size()) || !one.grid().spacing().equals(other.grid().spacing())) {
            throw new IllegalArgumentException("masks to be compared lie on one grid, got " + one.grid().size() + " voxels of "
                    + one.grid().spacing() + " and " + other.grid().size() + " of " + other.grid().spacing());
        }
        Box both = one.box().enclosing(other.box());
        boolean[] inOne = one.toFlags(both);
        boolean[] inOther = other.toFlags(both);
        long shared = 0;
        for (int at = 0; at < inOne.length; at++) {
            if (inOne[at] && inOther[at]) {
                shared++;
            }
        }
        double[] there = distances(one, other, both);
        double[] back = distances(other, one, both);
        double[] pooled = Arrays.copyOf(there, there.length + back.length);
        System.arraycopy(back, 0, pooled, there.length, back.length);
        return new Agreement(
                2.0 * shared / ((double) one.voxelCount() + other.voxelCount()),
                percentile(pooled, 0.95),
                0.5 * (mean(there) + mean(back)));
    }

    /// From each surface voxel of `from` to the nearest of `to`, in mm.
    private static double[] distances(Mask from, Mask to, Box box) {
        double[] squared = EuclideanDistance.squaredMm2(surface(to, box), box.size(), from.grid().spacing());
        boolean[] starts = surface(from, box);
        double[] found = new double[starts.length];
        int count = 0;
        for (int at = 0; at < starts.length; at++) {
            if (starts[at]) {
                found[count++] = Math.sqrt(squared[at]);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean[] surface(Mask mask, Box box) {
        Size size = box.size();
        boolean[] surface = new boolean[Math.toIntExact(size.voxels())];
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    surface[at] = mask.at(i, j, k)
                            && !(mask.at(i - 1, j, k) && mask.at(i + 1, j, k) && mask.at(i, j - 1, k)
                                    && mask.at(i, j + 1, k) && mask.at(i, j, k - 1) && mask.at(i, j, k + 1));
                }
            }
        }
        return surface;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double percentile(double[] values, double share) {
        Arrays.sort(values);
        double rank = share * (values.length - 1);
        int below = (int) rank;
        double rest = rank - below;
        return rest == 0 ? values[below] : values[below] + rest * (values[below + 1] - values[below]);
    }
}
