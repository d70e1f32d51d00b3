package org.trabecula.outline.stroke;

import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;

/// A drawing's flags over a box, to be changed before they become a mask again.
final class FlagBlock {
    private final Grid grid;
    private final Box box;
    private final boolean[] flags;
    private final int strideJ;
    private final int strideK;

    private FlagBlock(Grid grid, Box box, boolean[] flags) {
        this.grid = grid;
        this.box = box;
        this.flags = flags;
        this.strideJ = box.size().i();
        this.strideK = box.size().i() * box.size().j();
    }

    /// The drawing over its own box and `also`.
    static FlagBlock of(Optional<Mask> drawing, Grid grid, Box also) {
        if (drawing.isEmpty()) {
            return new FlagBlock(grid, also, new boolean[Math.toIntExact(also.size().voxels())]);
        }
        Box both = drawing.get().box().enclosing(also);
        return new FlagBlock(grid, both, drawing.get().toFlags(both));
    }

    boolean holds(int i, int j, int k) {
        return box.contains(i, j, k);
    }

    void set(int i, int j, int k, boolean inside) {
        flags[at(i, j, k)] = inside;
    }

    void flip(int i, int j, int k) {
        flags[at(i, j, k)] ^= true;
    }

    /// Empty where no flag is left.
    Optional<Mask> toMask() {
        for (boolean flag : flags) {
            if (flag) {
                return Optional.of(Mask.of(grid, box, flags));
            }
        }
        return Optional.empty();
    }

    private int at(int i, int j, int k) {
        return (i - box.iMin()) + (j - box.jMin()) * strideJ + (k - box.kMin()) * strideK;
    }
}
