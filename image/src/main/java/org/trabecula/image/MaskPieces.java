package org.trabecula.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The pieces of a mask: voxels that share a face, an edge or a corner belong to one.
///
/// Runs along i are joined with the runs of the four rows before them that touch them (union–find): they are a tenth as many as voxels.
public final class MaskPieces {
    private final boolean[] inside;
    private final Size size;
    private final int[] firstRunOfRow;
    private final int[] runFrom;
    private final int[] runTo;
    private final int[] parent;

    private MaskPieces(Mask mask) {
        inside = mask.toFlags();
        size = mask.box().size();
        int rows = size.j() * size.k();
        firstRunOfRow = new int[rows + 1];
        int runs = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0, at = row * size.i(); i < size.i(); i++, at++) {
                runs += inside[at] && (i == 0 || !inside[at - 1]) ? 1 : 0;
            }
            firstRunOfRow[row + 1] = runs;
        }
        runFrom = new int[runs];
        runTo = new int[runs];
        parent = new int[runs];
    }

    /// Voxels of each, the largest first; none for an empty mask.
    public static List<Integer> sizes(Mask mask) {
        MaskPieces pieces = new MaskPieces(mask);
        pieces.findRuns();
        pieces.join();
        return pieces.sizes();
    }

    private List<Integer> sizes() {
        int[] voxels = new int[parent.length];
        for (int run = 0; run < parent.length; run++) {
            voxels[root(run)] += runTo[run] - runFrom[run] + 1;
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

    private void findRuns() {
        int run = 0;
        for (int row = 0; row < firstRunOfRow.length - 1; row++) {
            int at = row * size.i();
            for (int i = 0; i < size.i(); i++) {
                if (inside[at + i]) {
                    runFrom[run] = i;
                    while (i + 1 < size.i() && inside[at + i + 1]) {
                        i++;
                    }
                    runTo[run] = i;
                    parent[run] = run;
                    run++;
                }
            }
        }
    }

    private void join() {
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                int row = j + k * size.j();
                if (j > 0) {
                    join(row, row - 1);
                }
                if (k > 0) {
                    for (int before = Math.max(j - 1, 0); before <= Math.min(j + 1, size.j() - 1); before++) {
                        join(row, before + (k - 1) * size.j());
                    }
                }
            }
        }
    }

    private void join(int row, int other) {
        int b = firstRunOfRow[other];
        for (int a = firstRunOfRow[row]; a < firstRunOfRow[row + 1]; a++) {
            while (b < firstRunOfRow[other + 1] && runTo[b] + 1 < runFrom[a]) {
                b++;
            }
            for (int c = b; c < firstRunOfRow[other + 1] && runFrom[c] <= runTo[a] + 1; c++) {
                parent[root(c)] = root(a);
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
}
