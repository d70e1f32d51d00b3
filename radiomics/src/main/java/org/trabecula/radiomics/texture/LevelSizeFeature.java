package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A feature of a [LevelSizeMatrix] under the name or code that one family gives it.
///
/// @param id      PyRadiomics' name or the IBSI's code
/// @param formula its value for one matrix
record LevelSizeFeature(String id, ToDoubleFunction<LevelSizeMatrix> formula) {
    static List<String> names(List<LevelSizeFeature> features) {
        return features.stream().map(LevelSizeFeature::id).toList();
    }

    /// The mean over matrices of each wanted feature, NaN where not wanted and where there is no matrix.
    static double[] means(List<LevelSizeFeature> features, List<LevelSizeMatrix> matrices, BitSet wanted) {
        double[] values = new double[features.size()];
        Arrays.fill(values, Double.NaN);
        for (int f = wanted.nextSetBit(0); f >= 0; f = wanted.nextSetBit(f + 1)) {
            double sum = 0;
            for (LevelSizeMatrix matrix : matrices) {
                sum += features.get(f).formula().applyAsDouble(matrix);
            }
            values[f] = sum / matrices.size();
        }
        return values;
    }
}
