package org.trabecula.outline.slices;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.image.Mask;
import org.trabecula.outline.distance.EuclideanDistance;

/// Fills between drawn slices: shape-based interpolation (Raya & Udupa, IEEE Trans Med Imaging 9 (1990) 32–42).
///
/// Each drawn slice becomes a map of signed distances to its outline, in mm; between two drawn slices the maps are mixed in
/// proportion to the distance from each, and what is positive lies inside. So one piece can branch into two, pixels may be
/// oblong and drawn slices unequally far apart. Drawn slices stay as they are, and nothing is made beyond the outermost.
public final class SliceInterpolation {
    private SliceInterpolation() {}

    /// The mask with every slice filled that lies between slices which hold voxels.
    ///
    /// @param axis 0, 1 or 2: the axis across the drawn slices (sagittal ones: [org.trabecula.image.Orientation#sagittalAxis])
    public static Mask fill(Mask drawn, int axis) {
        SliceStack stack = new SliceStack(drawn, axis);
        return fill(drawn, axis, IntStream.rangeClosed(stack.from(), stack.to()).filter(stack::hasVoxels).toArray());
    }

    /// The same where only some slices count as drawn: those between them are made anew, whatever they hold now. Slices beyond
    /// the outermost drawn ones are left alone.
    ///
    /// @param drawnSlices indices along `axis`, in any order; those that hold no voxel of `mask` are passed over
    public static Mask fill(Mask mask, int axis, int[] drawnSlices) {
        SliceStack stack = new SliceStack(mask, axis);
        int[] drawn = Arrays.stream(drawnSlices)
                .filter(slice -> slice >= stack.from() && slice <= stack.to() && stack.hasVoxels(slice))
                .sorted()
                .distinct()
                .toArray();
        boolean[] flags = mask.toFlags();
        for (int n = 1; n < drawn.length; n++) {
            fillGap(stack, drawn[n - 1], drawn[n], flags);
        }
        return Mask.of(mask.grid(), mask.box(), flags);
    }

    private static void fillGap(SliceStack stack, int before, int after, boolean[] flags) {
        if (after - before < 2) {
            return;
        }
        double[] near = EuclideanDistance.signedMm(stack.slice(before), stack.sliceSize(), stack.sliceSpacing());
        double[] far = EuclideanDistance.signedMm(stack.slice(after), stack.sliceSize(), stack.sliceSpacing());
        boolean[] between = new boolean[near.length];
        for (int slice = before + 1; slice < after; slice++) {
            double t = (double) (slice - before) / (after - before);
            for (int at = 0; at < between.length; at++) {
                between[at] = (1 - t) * near[at] + t * far[at] > 0;
            }
            stack.put(between, slice, flags);
        }
    }
}
