package org.trabecula.radiomics.voxelwise;

import java.util.Arrays;
import java.util.BitSet;
import org.trabecula.radiomics.firstorder.FirstOrder;
import org.trabecula.radiomics.prepare.ValueRange;

/// First order statistics of kernels: [FirstOrder] of the voxels that a kernel sees.
///
/// Voxels without a value (NaN, on images that may lack some) count in Entropy and Uniformity only; a kernel of nothing else has an
/// Energy of 0 and no other value, as NumPy's sums and means of nothing have it.
final class KernelStatistics implements KernelFamily {
    private static final int ENERGY = FirstOrder.NAMES.indexOf("Energy");
    private static final int TOTAL_ENERGY = FirstOrder.NAMES.indexOf("TotalEnergy");
    private static final int ENTROPY = FirstOrder.NAMES.indexOf("Entropy");
    private static final int UNIFORMITY = FirstOrder.NAMES.indexOf("Uniformity");

    private final double[] values;
    private final int[] levels;
    private final int[] steps;
    private final double voxelVolumeMm3;
    private final double shift;

    /// @param values with margin
    /// @param levels with margin; 0 where kernels see nothing
    /// @param steps  to the voxels of a kernel
    /// @param shift  `voxelArrayShift`
    KernelStatistics(double[] values, int[] levels, int[] steps, double voxelVolumeMm3, double shift) {
        this.values = values;
        this.levels = levels;
        this.steps = steps;
        this.voxelVolumeMm3 = voxelVolumeMm3;
        this.shift = shift;
    }

    @Override
    public double[] features(int centre, BitSet wanted) {
        double[] seen = new double[steps.length];
        int[] level = new int[steps.length];
        int count = 0;
        int lowest = Integer.MAX_VALUE;
        for (int step : steps) {
            int at = centre + step;
            if (levels[at] > 0) {
                seen[count] = values[at];
                level[count] = levels[at];
                lowest = Math.min(lowest, levels[at]);
                count++;
            }
        }
        double[] kernel = Arrays.copyOf(seen, count);
        int[] counted = Arrays.copyOf(level, count);
        for (int n = 0; n < count; n++) {
            counted[n] -= lowest - 1; // only how many are alike counts: a table from the lowest level on is short
        }
        ValueRange range = ValueRange.of(kernel);
        return range.min() <= range.max()
                ? FirstOrder.features(kernel, range, counted, voxelVolumeMm3, shift)
                : withoutValues(counted);
    }

    private double[] withoutValues(int[] counted) {
        double[] zero = {0};
        double[] ofLevels = FirstOrder.features(
                Arrays.copyOf(zero, counted.length), new ValueRange(0, 0, false), counted, voxelVolumeMm3, shift);
        double[] none = new double[ofLevels.length];
        Arrays.fill(none, Double.NaN);
        none[ENERGY] = 0;
        none[TOTAL_ENERGY] = 0;
        none[ENTROPY] = ofLevels[ENTROPY];
        none[UNIFORMITY] = ofLevels[UNIFORMITY];
        return none;
    }
}
