package org.trabecula.extraction.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;

/// The pieces of a region: voxels that touch, if only by a corner, are one piece.
///
/// Runs of voxels along i are joined, not voxels: they are a tenth as many.
final class SeparatePieces {
    private final int[] first;
    private final int[] last;
    /// A run of the same piece, itself where it stands for the piece.
    private final int[] parent;
    private int runs;

    private SeparatePieces(int most) {
        first = new int[most];
        last = new int[most];
        parent = new int[most];
    }

    /// Voxels of each, the largest first.
    static List<Integer> of(Mask mask) {
        Size size = mask.box().size();
        boolean[] inside = mask.toFlags();
        int rows = size.j() * size.k();
        SeparatePieces pieces = new SeparatePieces(rows * ((size.i() + 1) / 2));
        int[] start = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            pieces.find(inside, row * size.i(), size.i());
            start[row + 1] = pieces.runs;
            int j = row % size.j();
            if (j > 0) {
                pieces.join(start, row, row - 1);
            }
            if (row >= size.j()) {
                for (int dj = j > 0 ? -1 : 0; dj <= (j < size.j() - 1 ? 1 : 0); dj++) {
                    pieces.join(start, row, row - size.j() + dj);
                }
            }
        }
        return pieces.sizes();
    }

    /// The runs of a row of flags.
    private void find(boolean[] inside, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (inside[from + i]) {
                if (i == 0 || !inside[from + i - 1]) {
                    first[runs] = i;
                    parent[runs] = runs;
                    runs++;
                }
                last[runs - 1] = i;
            }
        }
    }

    /// Joins the runs of two neighbouring rows that touch.
    private void join(int[] start, int row, int other) {
        int there = start[other];
        for (int here = start[row]; here < start[row + 1]; here++) {
            while (there < start[other + 1] && last[there] + 1 < first[here]) {
                there++;
            }
            for (int touching = there; touching < start[other + 1] && first[touching] <= last[here] + 1; touching++) {
                parent[root(here)] = root(touching);
            }
        }
    }

    private int root(int run) {
        int at = run;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private List<Integer> sizes() {
        int[] voxels = new int[runs];
        for (int run = 0; run < runs; run++) {
            voxels[root(run)] += last[run] - first[run] + 1;
        }
        List<Integer> sizes = new ArrayList<>();
        for (int size : voxels) {
            if (size > 0) {
                sizes.add(size);
            }
        }
        sizes.sort(Comparator.reverseOrder());
        return sizes;
    }
}
