package org.trabecula.outline.distance;

import org.trabecula.image.Size;
import org.trabecula.image.Spacing;

/// The exact Euclidean distance transform, from voxel centre to voxel centre.
///
/// Along one axis after the other, the lower envelope of parabolas (Felzenszwalb & Huttenlocher, Theory of Computing 8
/// (2012) 415–428), in time proportional to the number of voxels whatever the spacing.
public final class EuclideanDistance {
    private EuclideanDistance() {}

    /// Squared distances in mm² from every voxel to the nearest one of `sources`: 0 on them, +∞ everywhere if there are none.
    ///
    /// @param sources one flag per voxel of `size`, i fastest; a plane is a size of one voxel along an axis
    public static double[] squaredMm2(boolean[] sources, Size size, Spacing spacing) {
        if (sources.length != size.voxels()) {
            throw new IllegalArgumentException(sources.length + " flags do not fill " + size + " voxels");
        }
        double[] squared = new double[sources.length];
        for (int at = 0; at < squared.length; at++) {
            squared[at] = sources[at] ? 0 : Double.POSITIVE_INFINITY;
        }
        int longest = Math.max(size.i(), Math.max(size.j(), size.k()));
        Envelope envelope = new Envelope(longest);
        int stride = 1;
        for (int axis = 0; axis < 3; axis++) {
            int length = size.along(axis);
            if (length > 1) {
                for (int block = 0; block < squared.length; block += stride * length) {
                    for (int start = block; start < block + stride; start++) {
                        envelope.lower(squared, start, stride, length, spacing.along(axis));
                    }
                }
            }
            stride *= length;
        }
        return squared;
    }

    /// Distances inside and outside a region as one: to the nearest voxel outside for voxels of the region, minus that to the
    /// nearest voxel of the region elsewhere. Never 0; its sign changes halfway between neighbours on either side.
    ///
    /// @param inside at least one flag is set; voxels beyond the array count as outside only where one in it does: leave a rim
    public static double[] signedMm(boolean[] inside, Size size, Spacing spacing) {
        boolean[] outside = new boolean[inside.length];
        for (int at = 0; at < inside.length; at++) {
            outside[at] = !inside[at];
        }
        double[] toOutside = squaredMm2(outside, size, spacing);
        double[] toInside = squaredMm2(inside, size, spacing);
        for (int at = 0; at < inside.length; at++) {
            toOutside[at] = inside[at] ? Math.sqrt(toOutside[at]) : -Math.sqrt(toInside[at]);
        }
        return toOutside;
    }

    /// Scratch space for lines of at most `longest` voxels.
    private static final class Envelope {
        /// Apex of each parabola of the envelope, in voxels.
        private final int[] apex;
        /// Where each parabola begins to be the lowest, in voxels; one more marks the end.
        private final double[] from;
        private final double[] line;

        Envelope(int longest) {
            apex = new int[longest];
            from = new double[longest + 1];
            line = new double[longest];
        }

        /// Replaces f by min over q of f(q) + (step·(p − q))² on one line.
        void lower(double[] values, int start, int stride, int length, double stepMm) {
            int last = -1;
            double step2 = stepMm * stepMm;
            for (int q = 0; q < length; q++) {
                double f = values[start + q * stride];
                line[q] = f;
                if (f == Double.POSITIVE_INFINITY) {
                    continue; // no parabola
                }
                double meets = Double.NEGATIVE_INFINITY;
                while (last >= 0) {
                    int p = apex[last];
                    meets = 0.5 * ((f - line[p]) / (step2 * (q - p)) + q + p);
                    if (meets > from[last]) {
                        break;
                    }
                    last--;
                    meets = Double.NEGATIVE_INFINITY;
                }
                last++;
                apex[last] = q;
                from[last] = meets;
            }
            if (last < 0) {
                return; // +∞ all along
            }
            from[last + 1] = Double.POSITIVE_INFINITY;
            int n = 0;
            for (int p = 0; p < length; p++) {
                while (from[n + 1] < p) {
                    n++;
                }
                double away = stepMm * (p - apex[n]);
                values[start + p * stride] = line[apex[n]] + away * away;
            }
        }
    }

}
