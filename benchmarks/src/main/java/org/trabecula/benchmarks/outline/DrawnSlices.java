package org.trabecula.benchmarks.outline;

import java.util.stream.IntStream;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;

/// What a person has drawn when only some slices are outlined, perfectly.
final class DrawnSlices {
    private DrawnSlices() {}

    /// The voxels of `body` on its first slice along `axis`, every `step`-th from there, and its last.
    static Mask every(int step, int axis, Mask body) {
        Box box = body.box();
        return only(
                IntStream.rangeClosed(box.min(axis), box.max(axis))
                        .filter(slice -> (slice - box.min(axis)) % step == 0 || slice == box.max(axis))
                        .toArray(),
                axis,
                body);
    }

    /// The same by a person who begins half a step inside and draws no outermost slice.
    static Mask everyFromHalfway(int step, int axis, Mask body) {
        Box box = body.box();
        return only(
                IntStream.rangeClosed(box.min(axis), box.max(axis))
                        .filter(slice -> (slice - box.min(axis)) % step == step / 2)
                        .toArray(),
                axis,
                body);
    }

    private static Mask only(int[] slices, int axis, Mask body) {
        Box box = body.box();
        boolean[] drawn = new boolean[box.max(axis) + 1];
        for (int slice : slices) {
            drawn[slice] = true;
        }
        boolean[] flags = body.toFlags();
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    flags[at] &= drawn[axis == 0 ? i : axis == 1 ? j : k];
                }
            }
        }
        return Mask.of(body.grid(), box, flags);
    }
}
