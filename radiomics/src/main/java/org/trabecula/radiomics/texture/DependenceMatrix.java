package org.trabecula.radiomics.texture;

import java.util.List;
import org.trabecula.radiomics.settings.Slicing;

/// The dependence matrix (GLDM, NGLDM): level i, dependence j of every voxel.
///
/// The dependence is 1 for the voxel itself plus one for each neighbour in the region whose level differs by at most
/// `alpha`.
///
/// Source: Sun and Wee 1983, doi:10.1016/0734-189X(83)90032-4; IBSI `REK0`.
final class DependenceMatrix {
    private DependenceMatrix() {}

    static LevelSizeMatrix of(LevelImage image, GldmSettings settings) {
        boolean equalOnly = settings.alpha() == 0 && settings.distances().stream().allMatch(d -> d == 1);
        SparseMatrix counts = equalOnly ? ofEqual(image, settings.slicing()) : ofSimilar(image, settings);
        return new LevelSizeMatrix(counts, image.levels(), image.voxelCount());
    }

    private static SparseMatrix ofEqual(LevelImage image, Slicing slicing) {
        EqualNeighbours equal = image.equalNeighbours(slicing);
        int[] ranks = image.ranks();
        LevelSizeCounter counter = new LevelSizeCounter(1, image.presentLevels(), 2 * EqualNeighbours.DIRECTIONS + 1);
        int[] table = counter.table();
        int width = counter.width();
        if (width <= 2 * EqualNeighbours.DIRECTIONS + 1) { // so many levels that the table does not hold every dependence
            for (int voxel : image.inside()) {
                counter.add(0, ranks[voxel], 1 + equal.count(voxel));
            }
            return counter.counts(0);
        }
        for (int voxel : image.inside()) {
            table[ranks[voxel] * width + 1 + equal.count(voxel)]++;
        }
        return counter.counts(0);
    }

    private static SparseMatrix ofSimilar(LevelImage image, GldmSettings settings) {
        List<NeighbourStep> directions = NeighbourStep.of(image.size(), settings.distances(), settings.slicing());
        LevelImage reaching = image.withReach(directions.stream().mapToInt(NeighbourStep::chebyshev).max().orElse(0));
        int[] steps = directions.stream().mapToInt(reaching::step).toArray();
        int[] ranks = reaching.ranks();
        int[] levels = reaching.levels();
        LevelSizeCounter counter = new LevelSizeCounter(1, reaching.presentLevels(), 2 * steps.length + 1);
        for (int voxel : reaching.inside()) {
            int level = levels[ranks[voxel]];
            int dependence = 1;
            for (int step : steps) {
                int ahead = ranks[voxel + step];
                int behind = ranks[voxel - step];
                dependence += ahead != 0 && Math.abs(levels[ahead] - level) <= settings.alpha() ? 1 : 0;
                dependence += behind != 0 && Math.abs(levels[behind] - level) <= settings.alpha() ? 1 : 0;
            }
            counter.add(0, ranks[voxel], dependence);
        }
        return counter.counts(0);
    }
}
