package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Run length matrices: level i, length j of maximal runs of equal level along a direction, in voxels.
///
/// Runs end at the border of the region. A run is counted voxel by voxel: each voxel that has an equal one behind it
/// lengthens the run that ended there, so all directions are counted in one pass and no run is walked along.
///
/// Source: Galloway 1975, doi:10.1016/S0146-664X(75)80008-6; IBSI `TP0I`.
final class RunLengthMatrix {
    private static final int DIRECTIONS = EqualNeighbours.OPPOSITE;

    private static final int ALL = (1 << DIRECTIONS) - 1;

    /// Longer runs are rare and listed instead of tabled.
    private static final int USUAL_LENGTH = 31;

    /// Entries of a voxel in the window of lengths: one per direction, rounded up to a power of two.
    private static final int SLOT = 16;

    private RunLengthMatrix() {}

    /// One matrix per direction of [EqualNeighbours#VOLUME], also where the region has no neighbours along it.
    static List<LevelSizeMatrix> perDirection(LevelImage image) {
        LevelSizeCounter reached = reachedLengths(image);
        List<LevelSizeMatrix> matrices = new ArrayList<>(DIRECTIONS);
        for (int d = 0; d < DIRECTIONS; d++) {
            SparseMatrix runs = runs(reached.counts(d), image);
            matrices.add(new LevelSizeMatrix(runs, image.levels(), image.voxelCount()));
        }
        return matrices;
    }

    /// One matrix per direction that stays inside the slices of `slicing`.
    static List<LevelSizeMatrix> perDirection(LevelImage image, Slicing slicing) {
        List<LevelSizeMatrix> all = perDirection(image);
        List<LevelSizeMatrix> matrices = new ArrayList<>();
        for (int d = 0; d < DIRECTIONS; d++) {
            if (EqualNeighbours.VOLUME.get(d).staysInside(slicing)) {
                matrices.add(all.get(d));
            }
        }
        return matrices;
    }

    /// How many runs of each direction and rank are at least 2, 3, … long.
    private static LevelSizeCounter reachedLengths(LevelImage image) {
        EqualNeighbours equal = image.equalNeighbours();
        long[] bits = equal.bits();
        int[] steps = equal.steps();
        int[] ranks = image.ranks();
        LevelSizeCounter reached = new LevelSizeCounter(DIRECTIONS, image.presentLevels(), USUAL_LENGTH);
        int[] table = reached.table();
        int width = reached.width();
        int perDirection = table.length / DIRECTIONS;
        int furthest = Math.max(1, Arrays.stream(steps).max().orElse(0)); // a box of one voxel has no step
        int last = SLOT * 2 * Integer.highestOneBit(furthest) - 1; // no voxel behind is further back than `furthest`
        short[] lengths = new short[last + 1]; // less one, of the runs up to the last voxels
        int[] back = new int[DIRECTIONS];
        Arrays.setAll(back, d -> d - steps[d] * SLOT);
        for (int voxel : image.inside()) {
            int slot = voxel * SLOT;
            Arrays.fill(lengths, slot & last, (slot & last) + SLOT, (short) 0);
            int rank = ranks[voxel];
            int behind = (int) (bits[voxel] >>> DIRECTIONS) & ALL;
            while (behind != 0) {
                int d = Integer.numberOfTrailingZeros(behind);
                behind &= behind - 1;
                int length = lengths[slot + back[d] & last] + 1;
                lengths[(slot & last) + d] = (short) length;
                if (length + 1 < width) {
                    table[d * perDirection + rank * width + length + 1]++;
                } else {
                    reached.add(d, rank, length + 1);
                }
            }
        }
        return reached;
    }

    /// Turns "at least j long" into "j long": of the voxels of a rank, those that lengthen no run begin one.
    private static SparseMatrix runs(SparseMatrix reached, LevelImage image) {
        int[] row = reached.row();
        int[] length = reached.column();
        double[] atLeast = reached.value();
        SparseMatrix.Builder runs = new SparseMatrix.Builder(reached.cells() + image.presentLevels() + 1);
        int cell = 0;
        for (int rank = 1; rank <= image.presentLevels(); rank++) {
            int first = cell;
            double begun = image.voxels(rank);
            while (cell < row.length && row[cell] == rank) {
                begun -= atLeast[cell++];
            }
            double before = begun;
            for (int at = first; at < cell; at++) {
                runs.add(rank, length[at] - 1, before - atLeast[at]);
                before = atLeast[at];
            }
            runs.add(rank, cell == first ? 1 : length[cell - 1], before);
        }
        return runs.build();
    }

    /// Whether any line of the box along `direction` holds two or more voxels of the region, beside each other or not.
    ///
    /// PyRadiomics drops the runs of a direction for which this is false.
    static boolean hasSharedLine(LevelImage image, NeighbourStep direction) {
        int[] ranks = image.ranks();
        int step = image.step(direction);
        for (int voxel : image.inside()) {
            if (ranks[voxel + step] != 0) {
                return true;
            }
        }
        int[] box = image.boxRanks();
        int ni = image.size().i();
        int nj = image.size().j();
        int nk = image.size().k();
        for (int start = 0; start < box.length; start++) {
            if (box[start] == 0) {
                continue;
            }
            int i = start % ni + direction.i();
            int j = start / ni % nj + direction.j();
            int k = start / ni / nj + direction.k();
            while (i >= 0 && i < ni && j >= 0 && j < nj && k < nk) {
                if (box[i + ni * (j + nj * k)] != 0) {
                    return true;
                }
                i += direction.i();
                j += direction.j();
                k += direction.k();
            }
        }
        return false;
    }
}
