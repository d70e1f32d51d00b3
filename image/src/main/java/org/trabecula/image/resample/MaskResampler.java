package org.trabecula.image.resample;

import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;

/// Puts a region onto another grid by nearest neighbour, as ITK 5 does; a region can vanish on a coarser grid.
public final class MaskResampler {
    private MaskResampler() {}

    /// The region of the target voxels whose nearest source voxel is in `mask`; empty when there is none.
    public static Optional<Mask> nearest(Mask mask, Grid target) {
        return boxWithin(mask, target).flatMap(box -> nearest(mask, target, box));
    }

    private static Optional<Mask> nearest(Mask mask, Grid target, Box box) {
        boolean[] flags = new boolean[Math.toIntExact(box.size().voxels())];
        IndexMap map = new IndexMap(target, mask.grid());
        double[] start = new double[3];
        double[] end = new double[3];
        boolean any = false;
        int to = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                map.sourceIndex(0, j, k, start);
                map.sourceIndex(target.size().i(), j, k, end);
                for (int i = box.iMin(); i <= box.iMax(); i++, to++) {
                    double alpha = (double) i / target.size().i();
                    flags[to] = mask.at(
                            nearest(start[0] + alpha * (end[0] - start[0])),
                            nearest(start[1] + alpha * (end[1] - start[1])),
                            nearest(start[2] + alpha * (end[2] - start[2])));
                    any |= flags[to];
                }
            }
        }
        return any ? Optional.of(Mask.of(target, box, flags)) : Optional.empty();
    }

    private static int nearest(double u) {
        return (int) Math.floor(u + 0.5);
    }

    /// The target voxels that can fall into the region's box: its outer corners there, and a voxel more for rounding.
    private static Optional<Box> boxWithin(Mask mask, Grid target) {
        IndexMap back = new IndexMap(mask.grid(), target);
        Box box = mask.box();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] at = new double[3];
        for (int corner = 0; corner < 8; corner++) {
            back.sourceIndex(
                    (corner & 1) == 0 ? box.iMin() - 0.5 : box.iMax() + 0.5,
                    (corner & 2) == 0 ? box.jMin() - 0.5 : box.jMax() + 0.5,
                    (corner & 4) == 0 ? box.kMin() - 0.5 : box.kMax() + 0.5,
                    at);
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], at[axis]);
                high[axis] = Math.max(high[axis], at[axis]);
            }
        }
        int[] first = new int[3];
        int[] last = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            first[axis] = Math.max((int) Math.floor(low[axis]) - 1, 0);
            last[axis] = Math.min((int) Math.ceil(high[axis]) + 1, target.size().along(axis) - 1);
            if (first[axis] > last[axis]) {
                return Optional.empty();
            }
        }
        return Optional.of(new Box(first[0], first[1], first[2], last[0], last[1], last[2]));
    }
}
