package org.trabecula.radiomics.ibsi.intensity;

import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;

/// Mean intensities in spheres of 1 cm³ around voxels of the intensity mask — IBSI `9ST6`.
///
/// A sphere holds every image voxel, inside the mask or not, whose centre lies within (3/4π)^⅓ cm = 6.204 mm of the
/// middle; at the image's border it holds the voxels that exist.
///
/// Each row of a sphere is one difference of running sums along i, so the work grows with the sphere's rows, not its
/// voxels.
///
/// Source: IBSI reference manual, "Local intensity features".
///
/// @param localPeak  mean around the brightest voxel; the highest of them if several are brightest — IBSI `VJGA`
/// @param globalPeak highest mean around any voxel of the mask — IBSI `0F91`
public record LocalIntensity(double localPeak, double globalPeak) {
    /// Radius of a sphere of 1 cm³.
    private static final double RADIUS_MM = 10 * Math.cbrt(3 / (4 * Math.PI));

    /// Keeps centres that lie on the sphere, but for rounding, inside it.
    private static final double ROUNDING = 1e-9;

    private record SlicePeaks(double brightest, double local, double global) {}

    /// @param image holds the mask's box and [#marginVoxels] around it, as far as the image goes
    public static LocalIntensity of(Volume image, Mask intensityMask, int jobs) {
        Spheres spheres = new Spheres(image);
        Box box = intensityMask.box();
        List<SlicePeaks> slices = Parallel.map(
                box.size().k(), jobs, slice -> peaks(image, intensityMask, spheres, box.kMin() + slice));
        double brightest = Double.NEGATIVE_INFINITY;
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (SlicePeaks slice : slices) {
            global = Math.max(global, slice.global);
            if (slice.brightest > brightest) {
                local = slice.local;
                brightest = slice.brightest;
            } else if (slice.brightest == brightest) {
                local = Math.max(local, slice.local);
            }
        }
        return new LocalIntensity(local, global);
    }

    /// How many voxels a sphere reaches along an axis.
    public static int marginVoxels(Spacing spacing, int axis) {
        return (int) Math.floor(RADIUS_MM / spacing.along(axis) + ROUNDING);
    }

    private static SlicePeaks peaks(Volume image, Mask mask, Spheres spheres, int k) {
        Box box = mask.box();
        double brightest = Double.NEGATIVE_INFINITY;
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int j = box.jMin(); j <= box.jMax(); j++) {
            for (int i = box.iMin(); i <= box.iMax(); i++) {
                if (!mask.at(i, j, k)) {
                    continue;
                }
                double mean = spheres.mean(i, j, k);
                double x = image.at(i, j, k);
                global = Math.max(global, mean);
                if (x > brightest) {
                    brightest = x;
                    local = mean;
                } else if (x == brightest) {
                    local = Math.max(local, mean);
                }
            }
        }
        return new SlicePeaks(brightest, local, global);
    }

    /// Means over spheres of one image.
    private static final class Spheres {
        private final Box held;
        private final Size size;
        private final double[] sums; // per row one entry more than voxels: sums[i] = Σ of the voxels before i
        private final int reachJ;
        private final int reachK;
        private final int[] halfRow; // voxels to each side in row (dj, dk); −1 outside the sphere

        Spheres(Volume image) {
            held = image.held();
            size = held.size();
            double[] values = image.toDoubles();
            int rows = size.j() * size.k();
            sums = new double[(size.i() + 1) * rows];
            for (int row = 0; row < rows; row++) {
                int to = row * (size.i() + 1);
                for (int i = 0; i < size.i(); i++) {
                    sums[to + i + 1] = sums[to + i] + values[row * size.i() + i];
                }
            }
            Spacing spacing = image.grid().spacing();
            reachJ = marginVoxels(spacing, 1);
            reachK = marginVoxels(spacing, 2);
            halfRow = new int[(2 * reachJ + 1) * (2 * reachK + 1)];
            for (int dk = -reachK; dk <= reachK; dk++) {
                for (int dj = -reachJ; dj <= reachJ; dj++) {
                    double y = dj * spacing.jMm();
                    double z = dk * spacing.kMm();
                    double left = RADIUS_MM * RADIUS_MM - y * y - z * z;
                    halfRow[dj + reachJ + (dk + reachK) * (2 * reachJ + 1)] = left < -ROUNDING
                            ? -1
                            : (int) Math.floor(Math.sqrt(Math.max(0, left)) / spacing.iMm() + ROUNDING);
                }
            }
        }

        double mean(int i, int j, int k) {
            int ci = i - held.iMin();
            int cj = j - held.jMin();
            int ck = k - held.kMin();
            double sum = 0;
            int count = 0;
            for (int dk = Math.max(-reachK, -ck); dk <= Math.min(reachK, size.k() - 1 - ck); dk++) {
                for (int dj = Math.max(-reachJ, -cj); dj <= Math.min(reachJ, size.j() - 1 - cj); dj++) {
                    int half = halfRow[dj + reachJ + (dk + reachK) * (2 * reachJ + 1)];
                    if (half < 0) {
                        continue;
                    }
                    int row = (cj + dj + size.j() * (ck + dk)) * (size.i() + 1);
                    int from = Math.max(0, ci - half);
                    int to = Math.min(size.i(), ci + half + 1);
                    sum += sums[row + to] - sums[row + from];
                    count += to - from;
                }
            }
            return sum / count;
        }
    }
}
