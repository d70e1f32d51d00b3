package org.trabecula.deep.crop;

import java.util.function.Consumer;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;

/// The sagittal slice with the most voxels of a region, and the region's rectangle in it.
///
/// Equal slices: the one nearest to the region's centre of mass, then the one further to the patient's right, so that the
/// choice does not depend on how the volume is stored.
///
/// @param index     along the frame's left–right axis
/// @param backFrom  lowest oriented coordinate of the region's voxel centres, front to back
/// @param backTo    highest
/// @param downFrom  lowest, head to feet
/// @param downTo    highest
record LargestSlice(int index, double backFrom, double backTo, double downFrom, double downTo) {
    static LargestSlice of(Mask mask, SagittalFrame frame) {
        Box box = mask.box();
        SagittalFrame.Axis left = frame.left();
        int first = box.min(left.index());
        long[] voxels = new long[box.max(left.index()) - first + 1];
        forEachVoxel(mask, voxel -> voxels[voxel[left.index()] - first]++);
        double moment = 0;
        for (int s = 0; s < voxels.length; s++) {
            moment += (double) voxels[s] * (first + s);
        }
        double centre = moment / mask.voxelCount();
        int best = 0;
        for (int s = 1; s < voxels.length; s++) {
            if (voxels[s] > voxels[best]
                    || (voxels[s] == voxels[best] && preferred(first + s, first + best, centre, left))) {
                best = s;
            }
        }
        return rectangle(mask, frame, first + best);
    }

    private static boolean preferred(int slice, int other, double centre, SagittalFrame.Axis left) {
        double distance = Math.abs(slice - centre);
        double otherDistance = Math.abs(other - centre);
        if (Math.abs(distance - otherDistance) > 1e-9) {
            return distance < otherDistance;
        }
        return left.oriented(slice) < left.oriented(other);
    }

    private static LargestSlice rectangle(Mask mask, SagittalFrame frame, int slice) {
        double[] extent = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        forEachVoxel(mask, voxel -> {
            if (voxel[frame.left().index()] == slice) {
                double back = frame.back().oriented(voxel[frame.back().index()]);
                double down = frame.down().oriented(voxel[frame.down().index()]);
                extent[0] = Math.min(extent[0], back);
                extent[1] = Math.max(extent[1], back);
                extent[2] = Math.min(extent[2], down);
                extent[3] = Math.max(extent[3], down);
            }
        });
        return new LargestSlice(slice, extent[0], extent[1], extent[2], extent[3]);
    }

    private static void forEachVoxel(Mask mask, Consumer<int[]> visit) {
        Box box = mask.box();
        int[] voxel = new int[3];
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (mask.at(i, j, k)) {
                        voxel[0] = i;
                        voxel[1] = j;
                        voxel[2] = k;
                        visit.accept(voxel);
                    }
                }
            }
        }
    }
}
