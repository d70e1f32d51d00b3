package org.trabecula.benchmarks.outline;

import java.util.SplittableRandom;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;

/// Where a person's box, click and seeds would lie: the true ones, or off by a few millimetres.
final class Hand {
    private final SplittableRandom random;
    private final double offMm;

    /// @param offMm the most that a side or a click is off on an axis, evenly spread; 0 for a perfect hand
    Hand(long seed, double offMm) {
        this.random = new SplittableRandom(seed);
        this.offMm = offMm;
    }

    Box box(TrueBody body) {
        Box box = body.body().box();
        Spacing mm = body.ct().grid().spacing();
        return clipped(
                body.ct().grid(),
                box.iMin() + off(mm.iMm()),
                box.jMin() + off(mm.jMm()),
                box.kMin() + off(mm.kMm()),
                box.iMax() + off(mm.iMm()),
                box.jMax() + off(mm.jMm()),
                box.kMax() + off(mm.kMm()));
    }

    /// The box on one sagittal slice near the middle.
    Box sagittalBox(TrueBody body) {
        int axis = body.sagittalAxis();
        Box box = box(body);
        int slice = click(body)[axis];
        return new Box(
                axis == 0 ? slice : box.iMin(),
                axis == 1 ? slice : box.jMin(),
                axis == 2 ? slice : box.kMin(),
                axis == 0 ? slice : box.iMax(),
                axis == 1 ? slice : box.jMax(),
                axis == 2 ? slice : box.kMax());
    }

    int[] click(TrueBody body) {
        Box box = body.body().box();
        int[] click = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            click[axis] = (box.min(axis) + box.max(axis)) / 2 + off(body.ct().grid().spacing().along(axis));
        }
        return click;
    }

    /// Three lines through the middle of the box along its axes, half as long as its sides.
    Mask cross(TrueBody body) {
        Box box = body.body().box();
        boolean[] flags = new boolean[Math.toIntExact(box.size().voxels())];
        int at = 0;
        int[] index = new int[3];
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    index[0] = i;
                    index[1] = j;
                    index[2] = k;
                    int off = 0;
                    boolean within = true;
                    for (int axis = 0; axis < 3; axis++) {
                        int middle = (box.min(axis) + box.max(axis)) / 2;
                        off += index[axis] != middle ? 1 : 0;
                        within &= 4 * Math.abs(index[axis] - middle) <= box.size().along(axis);
                    }
                    flags[at] = off <= 1 && within;
                }
            }
        }
        return Mask.of(body.ct().grid(), box, flags);
    }

    private int off(double mm) {
        return offMm == 0 ? 0 : (int) Math.round(random.nextDouble(-offMm, offMm) / mm);
    }

    private static Box clipped(Grid grid, int iMin, int jMin, int kMin, int iMax, int jMax, int kMax) {
        Box whole = grid.wholeBox();
        return new Box(
                Math.max(0, iMin),
                Math.max(0, jMin),
                Math.max(0, kMin),
                Math.min(whole.iMax(), iMax),
                Math.min(whole.jMax(), jMax),
                Math.min(whole.kMax(), kMax));
    }
}
