package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.List;
import org.trabecula.image.Size;

/// Which voxels of a kernel's box are neighbours along each direction: looked up once, for kernels by the thousand. Immutable.
public final class KernelPairs {
    private final int[][] first;
    private final int[][] second;

    /// @param box        of the kernel, i fastest
    /// @param directions may reach out of the box; then there are no pairs
    public KernelPairs(Size box, List<NeighbourStep> directions) {
        this.first = new int[directions.size()][];
        this.second = new int[directions.size()][];
        int voxels = Math.toIntExact(box.voxels());
        for (int d = 0; d < first.length; d++) {
            int[] from = new int[voxels];
            int[] to = new int[voxels];
            int count = 0;
            for (int at = 0; at < voxels; at++) {
                int neighbour = neighbour(at, box, directions.get(d));
                if (neighbour >= 0) {
                    from[count] = at;
                    to[count++] = neighbour;
                }
            }
            first[d] = Arrays.copyOf(from, count);
            second[d] = Arrays.copyOf(to, count);
        }
    }

    /// The voxel one step from `at`; −1 outside the box.
    static int neighbour(int at, Size box, NeighbourStep step) {
        int i = at % box.i() + step.i();
        int j = at / box.i() % box.j() + step.j();
        int k = at / box.i() / box.j() + step.k();
        boolean inside = i >= 0 && i < box.i() && j >= 0 && j < box.j() && k >= 0 && k < box.k();
        return inside ? i + box.i() * (j + box.j() * k) : -1;
    }

    public int directions() {
        return first.length;
    }

    /// Where the pairs of a direction begin. Not to be written to.
    int[] first(int direction) {
        return first[direction];
    }

    /// Where they end, one step further.
    int[] second(int direction) {
        return second[direction];
    }

    /// Whether two neighbours along a direction are both inside.
    ///
    /// @param levels of the box, 0 outside
    public boolean holdsPair(int[] levels, int direction) {
        int[] from = first[direction];
        int[] to = second[direction];
        for (int n = 0; n < from.length; n++) {
            if (levels[from[n]] != 0 && levels[to[n]] != 0) {
                return true;
            }
        }
        return false;
    }
}
