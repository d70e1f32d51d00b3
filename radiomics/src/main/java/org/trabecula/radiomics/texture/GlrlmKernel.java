package org.trabecula.radiomics.texture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trabecula.image.Size;

/// The features of [Glrlm] on kernels, for directions that are averaged, PyRadiomics' default: runs are counted line by line of the kernel's
/// box; the formulas are the family's own.
public final class GlrlmKernel implements TextureKernel {
    private final KernelLevels kernel;
    private final int[][][] lines;
    private final LevelSizeTable table;

    /// @param box        of the kernel
    /// @param directions of distance 1
    public GlrlmKernel(Size box, List<NeighbourStep> directions) {
        int voxels = Math.toIntExact(box.voxels());
        this.kernel = new KernelLevels(voxels);
        this.lines = directions.stream().map(step -> lines(box, step)).toArray(int[][][]::new);
        this.table = new LevelSizeTable(voxels, Math.max(box.i(), Math.max(box.j(), box.k())));
    }

    /// The lines of a box along a direction that are longer than one voxel, each with its voxels in order.
    private static int[][] lines(Size box, NeighbourStep step) {
        List<int[]> lines = new ArrayList<>();
        NeighbourStep back = new NeighbourStep(-step.i(), -step.j(), -step.k());
        for (int start = 0; start < box.voxels(); start++) {
            if (KernelPairs.neighbour(start, box, back) < 0) {
                List<Integer> line = new ArrayList<>();
                for (int at = start; at >= 0; at = KernelPairs.neighbour(at, box, step)) {
                    line.add(at);
                }
                lines.add(line.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return lines.toArray(int[][]::new);
    }

    @Override
    public double[] features(int[] levels, BitSet wanted) {
        kernel.fill(levels);
        int[] byRank = kernel.toLevels();
        List<LevelSizeMatrix> matrices = new ArrayList<>(lines.length);
        for (int[][] along : lines) {
            boolean shared = false;
            for (int[] line : along) {
                shared |= countRuns(line);
            }
            LevelSizeMatrix matrix = table.take(kernel, byRank);
            if (shared) { // PyRadiomics drops a direction of which no line holds two voxels
                matrices.add(matrix);
            }
        }
        return Glrlm.means(matrices, wanted);
    }

    /// @return whether the line holds two voxels of the region
    private boolean countRuns(int[] line) {
        int[] ranks = kernel.ranks();
        int inside = 0;
        int run = 0;
        int before = 0;
        for (int at : line) {
            int rank = ranks[at];
            if (rank != before && before != 0) {
                table.add(before, run);
            }
            run = rank == before ? run + 1 : 1;
            inside += rank != 0 ? 1 : 0;
            before = rank;
        }
        if (before != 0) {
            table.add(before, run);
        }
        return inside > 1;
    }
}
