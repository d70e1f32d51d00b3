package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trabecula.radiomics.settings.Aggregation;

/// A feature of one matrix, under PyRadiomics' name or the IBSI's code.
///
/// @param id      the name or code
/// @param formula its value for one matrix; NaN where undefined
/// @param <M>     the matrix
record MatrixFeature<M>(String id, ToDoubleFunction<M> formula) {
    static <M> List<String> ids(List<MatrixFeature<M>> features) {
        return features.stream().map(MatrixFeature::id).toList();
    }

    /// The mean over matrices of each wanted feature; matrices where it is undefined are left out.
    ///
    /// @return one value per feature, NaN where not wanted and where no matrix defines it
    static <M> double[] means(List<MatrixFeature<M>> features, List<M> matrices, BitSet wanted) {
        double[] sums = new double[features.size()];
        int[] defined = new int[features.size()];
        for (M matrix : matrices) {
            for (int f = wanted.nextSetBit(0); f >= 0; f = wanted.nextSetBit(f + 1)) {
                double value = features.get(f).formula().applyAsDouble(matrix);
                if (!Double.isNaN(value)) {
                    sums[f] += value;
                    defined[f]++;
                }
            }
        }
        double[] means = new double[sums.length];
        Arrays.setAll(means, f -> sums[f] / defined[f]); // 0/0 = NaN
        return means;
    }

    /// The means of all features, as the IBSI reports them.
    static <M> List<AggregatedValue> ibsi(List<MatrixFeature<M>> features, List<M> matrices, Aggregation aggregation) {
        BitSet all = new BitSet();
        all.set(0, features.size());
        double[] means = means(features, matrices, all);
        AggregatedValue[] values = new AggregatedValue[means.length];
        Arrays.setAll(values, f -> new AggregatedValue(features.get(f).id(), aggregation, means[f]));
        return List.of(values);
    }
}
