package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.radiomics.settings.Slicing;

/// Run length matrices: level i, length j of maximal runs of equal level along a direction, in voxels.
///
/// Runs end at the border of the region.
///
/// Source: Galloway 1975, doi:10.1016/S0146-664X(75)80008-6; IBSI `TP0I`.
final class RunLengthMatrix {
    private static final int DIRECTIONS = EqualNeighbours.DIRECTIONS;

    private RunLengthMatrix() {}

    /// One matrix per direction of [EqualNeighbours#VOLUME], also where the region has no neighbours along it.
    static List<LevelSizeMatrix> perDirection(LevelImage image) {
        Optional<LineCounts> lines = image.lineCounts();
        List<LevelSizeMatrix> matrices = new ArrayList<>(DIRECTIONS);
        for (int d = 0; d < DIRECTIONS; d++) {
            SparseMatrix runs = lines.isPresent() ? lines.get().runs(d) : listed(image, EqualNeighbours.VOLUME.get(d));
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

    /// Walks along every run and lists it: for so many levels that tables would dwarf the region.
    private static SparseMatrix listed(LevelImage image, NeighbourStep direction) {
        boolean neighbours = direction.fitsInto(image.size());
        int step = image.step(direction);
        int[] ranks = image.ranks();
        long[] keys = new long[image.voxelCount()];
        int runs = 0;
        for (int voxel : image.inside()) {
            int rank = ranks[voxel];
            if (neighbours && ranks[voxel - step] == rank) {
                continue;
            }
            int length = 1;
            for (int next = voxel + step; neighbours && ranks[next] == rank; next += step) {
                length++;
            }
            keys[runs++] = SparseMatrix.key(rank, length);
        }
        return SparseMatrix.ofKeys(Arrays.copyOf(keys, runs));
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
