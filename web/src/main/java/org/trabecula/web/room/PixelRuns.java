package org.trabecula.web.room;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;

/// What a region covers of one slice's picture: pairs of a first pixel and how many follow it, pixels numbered row by row.
public final class PixelRuns {
    private PixelRuns() {}

    public static int[] of(Mask mask, PlaneOfGrid lies, int slice) {
        int[] runs = new int[64];
        int count = 0;
        for (int row = 0; row < lies.rows(); row++) {
            boolean open = false;
            for (int column = 0; column < lies.columns(); column++) {
                int[] voxel = lies.voxel(column, row, slice);
                boolean inside = mask.at(voxel[0], voxel[1], voxel[2]);
                if (inside && !open) {
                    if (count == runs.length) {
                        runs = Arrays.copyOf(runs, 2 * count);
                    }
                    runs[count] = column + lies.columns() * row;
                    runs[count + 1] = 0;
                    count += 2;
                }
                if (inside) {
                    runs[count - 1]++;
                }
                open = inside;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    /// The slices of a plane that hold voxels of a region, in rising order.
    public static int[] slices(Mask mask, PlaneOfGrid lies) {
        boolean[] any = new boolean[lies.slices()];
        Box box = mask.box();
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                for (int i = box.iMin(); i <= box.iMax(); i++) {
                    if (mask.at(i, j, k)) {
                        any[lies.pixel(i, j, k)[2]] = true;
                    }
                }
            }
        }
        return IntStream.range(0, any.length).filter(slice -> any[slice]).toArray();
    }
}
