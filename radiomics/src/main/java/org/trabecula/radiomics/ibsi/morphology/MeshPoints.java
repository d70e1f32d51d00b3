package org.trabecula.radiomics.ibsi.morphology;

import java.util.Arrays;
import org.trabecula.image.Box;
import org.trabecula.image.Mask;

/// The vertices of the surface mesh that can be vertices of its convex hull, in whole numbers: half voxels from the centre
/// of the first voxel of the mask's box.
///
/// A mesh vertex lies halfway between an inside and an outside voxel that are neighbours along an axis. Of the vertices in
/// one row along i only the first and the last can be extreme.
///
/// @param i in half voxels; likewise j, k
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record MeshPoints(int[] i, int[] j, int[] k) {
    static MeshPoints of(Mask mask) {
        Box box = mask.box();
        int nj = 2 * box.size().j() + 1; // rows from −1 to 2n − 1 half voxels
        int nk = 2 * box.size().k() + 1;
        int[] first = new int[nj * nk];
        int[] last = new int[nj * nk];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, Integer.MIN_VALUE);
        for (int k = 0; k < box.size().k(); k++) {
            for (int j = 0; j < box.size().j(); j++) {
                for (int i = 0; i < box.size().i(); i++) {
                    if (!at(mask, i, j, k)) {
                        continue;
                    }
                    for (int side = -1; side <= 1; side += 2) {
                        if (!at(mask, i + side, j, k)) {
                            note(first, last, 2 * i + side, 2 * j + 1 + nj * (2 * k + 1));
                        }
                        if (!at(mask, i, j + side, k)) {
                            note(first, last, 2 * i, 2 * j + 1 + side + nj * (2 * k + 1));
                        }
                        if (!at(mask, i, j, k + side)) {
                            note(first, last, 2 * i, 2 * j + 1 + nj * (2 * k + 1 + side));
                        }
                    }
                }
            }
        }
        return ofRows(first, last, nj);
    }

    int count() {
        return i.length;
    }

    private static boolean at(Mask mask, int i, int j, int k) {
        Box box = mask.box();
        return mask.at(box.iMin() + i, box.jMin() + j, box.kMin() + k);
    }

    private static void note(int[] first, int[] last, int i, int row) {
        first[row] = Math.min(first[row], i);
        last[row] = Math.max(last[row], i);
    }

    private static MeshPoints ofRows(int[] first, int[] last, int nj) {
        int count = 0;
        for (int row = 0; row < first.length; row++) {
            count += first[row] > last[row] ? 0 : first[row] == last[row] ? 1 : 2;
        }
        int[] i = new int[count];
        int[] j = new int[count];
        int[] k = new int[count];
        int at = 0;
        for (int row = 0; row < first.length; row++) {
            int points = first[row] > last[row] ? 0 : first[row] == last[row] ? 1 : 2;
            for (int p = 0; p < points; p++, at++) {
                i[at] = p == 0 ? first[row] : last[row];
                j[at] = row % nj - 1;
                k[at] = row / nj - 1;
            }
        }
        return new MeshPoints(i, j, k);
    }
}
