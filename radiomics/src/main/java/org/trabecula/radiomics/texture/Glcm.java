package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Grey level co-occurrence matrix (GLCM): which levels lie beside which.
///
/// Matrix: [CooccurrenceMatrix]; formulas: [CooccurrenceFeatures], [SumFeatures], [DifferenceFeatures],
/// [InformationCorrelation], [MaximalCorrelation].
public final class Glcm {
    private record Feature(String name, ToDoubleFunction<JointDistribution> formula) {}

    private static final List<Feature> FEATURES = List.of(
            new Feature("Autocorrelation", CooccurrenceFeatures::autocorrelation),
            new Feature("ClusterProminence", SumFeatures::clusterProminence),
            new Feature("ClusterShade", SumFeatures::clusterShade),
            new Feature("ClusterTendency", SumFeatures::clusterTendency),
            new Feature("Contrast", DifferenceFeatures::contrast),
            new Feature("Correlation", CooccurrenceFeatures::guardedCorrelation),
            new Feature("DifferenceAverage", DifferenceFeatures::average),
            new Feature("DifferenceEntropy", DifferenceFeatures::entropy),
            new Feature("DifferenceVariance", DifferenceFeatures::variance),
            new Feature("Id", DifferenceFeatures::inverseDifference),
            new Feature("Idm", DifferenceFeatures::inverseDifferenceMoment),
            new Feature("Idmn", DifferenceFeatures::inverseDifferenceMomentNormalised),
            new Feature("Idn", DifferenceFeatures::inverseDifferenceNormalised),
            new Feature("Imc1", InformationCorrelation::first),
            new Feature("Imc2", InformationCorrelation::second),
            new Feature("InverseVariance", DifferenceFeatures::inverseVariance),
            new Feature("JointAverage", CooccurrenceFeatures::jointAverage),
            new Feature("JointEnergy", CooccurrenceFeatures::angularSecondMoment),
            new Feature("JointEntropy", CooccurrenceFeatures::jointEntropy),
            new Feature("MCC", MaximalCorrelation::of),
            new Feature("MaximumProbability", CooccurrenceFeatures::jointMaximum),
            new Feature("SumAverage", SumFeatures::average),
            new Feature("SumEntropy", SumFeatures::entropy),
            new Feature("SumSquares", CooccurrenceFeatures::jointVariance));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = FEATURES.stream().map(Feature::name).toList();

    /// Names that PyRadiomics still knows but gives no value for.
    public static final List<DeprecatedFeature> DEPRECATED = List.of(
            new DeprecatedFeature("Dissimilarity", "equal to DifferenceAverage"),
            new DeprecatedFeature("Homogeneity1", "equal to Id"),
            new DeprecatedFeature("Homogeneity2", "equal to Idm"),
            new DeprecatedFeature("SumVariance", "equal to ClusterTendency"));

    private Glcm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// Features of one direction that are undefined are left out of the mean over directions.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted and where no direction has a pair
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GlcmSettings settings, BitSet wanted) {
        List<Direction> directions = Direction.required(image, settings.distances(), settings.slicing());
        List<CooccurrenceMatrix> matrices =
                CooccurrenceMatrix.perDirection(image, directions, settings.symmetrical());
        if (settings.weightingNorm() != WeightingNorm.NONE) {
            matrices = List.of(CooccurrenceMatrix.weightedSum(matrices, weights(settings, directions, image)));
        }
        double[] sums = new double[FEATURES.size()];
        int[] counts = new int[FEATURES.size()];
        for (CooccurrenceMatrix matrix : matrices) {
            if (matrix.isEmpty()) {
                continue;
            }
            JointDistribution distribution = new JointDistribution(matrix, Entropy.PYRADIOMICS_GUARD);
            for (int f = wanted.nextSetBit(0); f >= 0; f = wanted.nextSetBit(f + 1)) {
                double value = FEATURES.get(f).formula().applyAsDouble(distribution);
                if (!Double.isNaN(value)) {
                    sums[f] += value;
                    counts[f]++;
                }
            }
        }
        double[] values = new double[sums.length];
        Arrays.setAll(values, f -> sums[f] / counts[f]); // 0/0 = NaN: not wanted, or undefined in every direction
        return values;
    }

    /// `exp(−length²)` per direction, 1 for [WeightingNorm#NO_WEIGHTING].
    private static double[] weights(GlcmSettings settings, List<Direction> directions, LevelImage image) {
        return directions.stream()
                .mapToDouble(direction -> {
                    double lengthMm = settings.weightingNorm().lengthMm(direction, image.spacing());
                    return settings.weightingNorm() == WeightingNorm.NO_WEIGHTING ? 1 : Math.exp(-lengthMm * lengthMm);
                })
                .toArray();
    }
}
