package org.trabecula.outline.stroke;

import java.util.Arrays;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;

/// A set of voxels as runs along i, in rising order: what an edit changed. Flipping the same voxels twice changes nothing, so
/// one set of runs both does and undoes.
final class VoxelRuns {
    static final VoxelRuns NONE = new VoxelRuns(new long[0], new int[0]);

    private final long[] starts;
    private final int[] lengths;

    /// Takes ownership of both arrays.
    ///
    /// @param starts  first voxel of each run, as i + size.i · (j + size.j · k)
    /// @param lengths voxels of each run; it ends within its row
    VoxelRuns(long[] starts, int[] lengths) {
        this.starts = starts;
        this.lengths = lengths;
    }

    int count() {
        return starts.length;
    }

    long start(int run) {
        return starts[run];
    }

    int length(int run) {
        return lengths[run];
    }

    /// The voxels that are in one of the two drawings and not in the other.
    static VoxelRuns between(Optional<Mask> before, Optional<Mask> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return NONE;
        }
        Mask any = after.or(() -> before).orElseThrow();
        Size size = any.grid().size();
        Box box = before.orElse(any).box().enclosing(after.orElse(any).box());
        boolean[] were = before.map(mask -> mask.toFlags(box)).orElseGet(() -> none(box));
        boolean[] are = after.map(mask -> mask.toFlags(box)).orElseGet(() -> none(box));
        long[] starts = new long[64];
        int[] lengths = new int[64];
        int count = 0;
        int at = 0;
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            for (int j = box.jMin(); j <= box.jMax(); j++) {
                boolean open = false;
                for (int i = box.iMin(); i <= box.iMax(); i++, at++) {
                    boolean differs = were[at] != are[at];
                    if (differs && !open) {
                        if (count == starts.length) {
                            starts = Arrays.copyOf(starts, 2 * count);
                            lengths = Arrays.copyOf(lengths, 2 * count);
                        }
                        starts[count] = i + (long) size.i() * (j + (long) size.j() * k);
                        lengths[count++] = 0;
                    }
                    if (differs) {
                        lengths[count - 1]++;
                    }
                    open = differs;
                }
            }
        }
        return new VoxelRuns(Arrays.copyOf(starts, count), Arrays.copyOf(lengths, count));
    }

    /// The drawing with these voxels flipped.
    Optional<Mask> flippedIn(Optional<Mask> drawing, Grid grid) {
        if (starts.length == 0) {
            return drawing;
        }
        FlagBlock block = FlagBlock.of(drawing, grid, box(grid.size()));
        int rowLength = grid.size().i();
        int rows = grid.size().j();
        for (int run = 0; run < starts.length; run++) {
            int i = (int) (starts[run] % rowLength);
            long row = starts[run] / rowLength;
            int j = (int) (row % rows);
            int k = (int) (row / rows);
            for (int step = 0; step < lengths[run]; step++) {
                block.flip(i + step, j, k);
            }
        }
        return block.toMask();
    }

    private Box box(Size size) {
        int iMin = Integer.MAX_VALUE;
        int jMin = Integer.MAX_VALUE;
        int iMax = -1;
        int jMax = -1;
        for (int run = 0; run < starts.length; run++) {
            int i = (int) (starts[run] % size.i());
            int j = (int) (starts[run] / size.i() % size.j());
            iMin = Math.min(iMin, i);
            iMax = Math.max(iMax, i + lengths[run] - 1);
            jMin = Math.min(jMin, j);
            jMax = Math.max(jMax, j);
        }
        long layer = (long) size.i() * size.j();
        return new Box(
                iMin, jMin, (int) (starts[0] / layer), iMax, jMax, (int) (starts[starts.length - 1] / layer));
    }

    private static boolean[] none(Box box) {
        return new boolean[Math.toIntExact(box.size().voxels())];
    }
}
