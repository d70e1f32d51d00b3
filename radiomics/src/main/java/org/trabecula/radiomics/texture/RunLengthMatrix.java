package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.List;

/// Run length matrices: level i, length j of maximal runs of equal level along a direction, in voxels.
///
/// Runs end at the border of the region. Every voxel is in exactly one run per direction, so only runs of two or more
/// voxels are followed and the runs of one voxel are what is left of each level.
///
/// Source: Galloway 1975, doi:10.1016/S0146-664X(75)80008-6; IBSI `TP0I`.
final class RunLengthMatrix {
    /// Longer runs are rare and listed instead of tabled.
    private static final int USUAL_LENGTH = 31;

    private RunLengthMatrix() {}

    /// One matrix per direction of [EqualNeighbours#VOLUME], also where the region has no neighbours along it.
    static List<LevelSizeMatrix> perDirection(LevelImage image) {
        EqualNeighbours equal = image.equalNeighbours();
        long[] bits = equal.bits();
        int[] steps = equal.steps();
        int[] ranks = image.ranks();
        int directions = EqualNeighbours.OPPOSITE;
        long forward = (1L << directions) - 1;
        LevelSizeCounter[] runs = new LevelSizeCounter[directions];
        for (int d = 0; d < directions; d++) {
            runs[d] = new LevelSizeCounter(image.presentLevels(), USUAL_LENGTH);
        }
        int[] inLongerRuns = new int[directions * (image.presentLevels() + 1)];
        for (int voxel : image.inside()) {
            long equals = bits[voxel];
            long starts = equals & ~(equals >>> directions) & forward; // equal ahead, not behind
            while (starts != 0) {
                int d = Long.numberOfTrailingZeros(starts);
                starts &= starts - 1;
                int length = 2;
                int at = voxel + steps[d];
                while ((bits[at] >>> d & 1) != 0) {
                    at += steps[d];
                    length++;
                }
                int rank = ranks[voxel];
                runs[d].add(rank, length);
                inLongerRuns[rank * directions + d] += length;
            }
        }
        List<LevelSizeMatrix> matrices = new ArrayList<>(directions);
        for (int d = 0; d < directions; d++) {
            for (int rank = 1; rank <= image.presentLevels(); rank++) {
                runs[d].add(rank, 1, image.voxels(rank) - inLongerRuns[rank * directions + d]);
            }
            matrices.add(new LevelSizeMatrix(runs[d].counts(), image.levels(), image.voxelCount()));
        }
        return matrices;
    }

    /// Whether any line of the box along `direction` holds two or more voxels of the region, beside each other or not.
    ///
    /// PyRadiomics drops the runs of a direction for which this is false.
    static boolean hasSharedLine(LevelImage image, Direction direction) {
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
