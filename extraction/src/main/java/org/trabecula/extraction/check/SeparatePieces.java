package org.trabecula.extraction.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;

/// The pieces of a region: voxels that touch, if only by a corner, are one piece.
final class SeparatePieces {
    private SeparatePieces() {}

    /// Voxels of each, the largest first.
    static List<Integer> of(Mask mask) {
        Size size = mask.box().size();
        boolean[] left = mask.toFlags();
        List<Integer> pieces = new ArrayList<>();
        for (int start = 0; start < left.length; start++) {
            if (left[start]) {
                pieces.add(taken(left, start, size));
            }
        }
        pieces.sort(Comparator.reverseOrder());
        return pieces;
    }

    /// Takes the piece that begins at `start` away.
    private static int taken(boolean[] left, int start, Size size) {
        ArrayDeque<Integer> edge = new ArrayDeque<>();
        edge.add(start);
        left[start] = false;
        int voxels = 0;
        while (!edge.isEmpty()) {
            int at = edge.poll();
            voxels++;
            int i = at % size.i();
            int j = at / size.i() % size.j();
            int k = at / size.i() / size.j();
            for (int dk = Math.max(0, k - 1); dk <= Math.min(size.k() - 1, k + 1); dk++) {
                for (int dj = Math.max(0, j - 1); dj <= Math.min(size.j() - 1, j + 1); dj++) {
                    for (int di = Math.max(0, i - 1); di <= Math.min(size.i() - 1, i + 1); di++) {
                        int next = (dk * size.j() + dj) * size.i() + di;
                        if (left[next]) {
                            left[next] = false;
                            edge.add(next);
                        }
                    }
                }
            }
        }
        return voxels;
    }
}
