package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.settings.WeightingNorm;

/// Grey level co-occurrence matrix (GLCM): which levels lie beside which.
///
/// Matrix: [CooccurrenceMatrix]; formulas: [CooccurrenceFeatures], [SumFeatures], [DifferenceFeatures],
/// [InformationCorrelation], [MaximalCorrelation].
public final class Glcm {
    private static final List<MatrixFeature<JointDistribution>> FEATURES = List.of(
            new MatrixFeature<>("Autocorrelation", CooccurrenceFeatures::autocorrelation),
            new MatrixFeature<>("ClusterProminence", SumFeatures::clusterProminence),
            new MatrixFeature<>("ClusterShade", SumFeatures::clusterShade),
            new MatrixFeature<>("ClusterTendency", SumFeatures::clusterTendency),
            new MatrixFeature<>("Contrast", DifferenceFeatures::contrast),
            new MatrixFeature<>("Correlation", CooccurrenceFeatures::guardedCorrelation),
            new MatrixFeature<>("DifferenceAverage", DifferenceFeatures::average),
            new MatrixFeature<>("DifferenceEntropy", DifferenceFeatures::entropy),
            new MatrixFeature<>("DifferenceVariance", DifferenceFeatures::variance),
            new MatrixFeature<>("Id", DifferenceFeatures::inverseDifference),
            new MatrixFeature<>("Idm", DifferenceFeatures::inverseDifferenceMoment),
            new MatrixFeature<>("Idmn", DifferenceFeatures::inverseDifferenceMomentNormalised),
            new MatrixFeature<>("Idn", DifferenceFeatures::inverseDifferenceNormalised),
            new MatrixFeature<>("Imc1", InformationCorrelation::first),
            new MatrixFeature<>("Imc2", InformationCorrelation::second),
            new MatrixFeature<>("InverseVariance", DifferenceFeatures::inverseVariance),
            new MatrixFeature<>("JointAverage", CooccurrenceFeatures::jointAverage),
            new MatrixFeature<>("JointEnergy", CooccurrenceFeatures::angularSecondMoment),
            new MatrixFeature<>("JointEntropy", CooccurrenceFeatures::jointEntropy),
            new MatrixFeature<>("MCC", MaximalCorrelation::of),
            new MatrixFeature<>("MaximumProbability", CooccurrenceFeatures::jointMaximum),
            new MatrixFeature<>("SumAverage", SumFeatures::average),
            new MatrixFeature<>("SumEntropy", SumFeatures::entropy),
            new MatrixFeature<>("SumSquares", CooccurrenceFeatures::jointVariance));

    private static final List<MatrixFeature<JointDistribution>> IBSI = List.of(
            new MatrixFeature<>("GYBY", CooccurrenceFeatures::jointMaximum),
            new MatrixFeature<>("60VM", CooccurrenceFeatures::jointAverage),
            new MatrixFeature<>("UR99", CooccurrenceFeatures::jointVariance),
            new MatrixFeature<>("TU9B", CooccurrenceFeatures::jointEntropy),
            new MatrixFeature<>("TF7R", DifferenceFeatures::average),
            new MatrixFeature<>("D3YU", DifferenceFeatures::variance),
            new MatrixFeature<>("NTRS", DifferenceFeatures::entropy),
            new MatrixFeature<>("ZGXS", SumFeatures::average),
            new MatrixFeature<>("OEEB", SumFeatures::clusterTendency),
            new MatrixFeature<>("P6QZ", SumFeatures::entropy),
            new MatrixFeature<>("8ZQL", CooccurrenceFeatures::angularSecondMoment),
            new MatrixFeature<>("ACUI", DifferenceFeatures::contrast),
            new MatrixFeature<>("8S9J", DifferenceFeatures::average),
            new MatrixFeature<>("IB1Z", DifferenceFeatures::inverseDifference),
            new MatrixFeature<>("NDRX", DifferenceFeatures::inverseDifferenceNormalised),
            new MatrixFeature<>("WF0Z", DifferenceFeatures::inverseDifferenceMoment),
            new MatrixFeature<>("1QCO", DifferenceFeatures::inverseDifferenceMomentNormalised),
            new MatrixFeature<>("E8JP", DifferenceFeatures::inverseVariance),
            new MatrixFeature<>("NI2N", CooccurrenceFeatures::correlation),
            new MatrixFeature<>("QWB0", CooccurrenceFeatures::autocorrelation),
            new MatrixFeature<>("DG8W", SumFeatures::clusterTendency),
            new MatrixFeature<>("7NFM", SumFeatures::clusterShade),
            new MatrixFeature<>("AE86", SumFeatures::clusterProminence),
            new MatrixFeature<>("R8DG", InformationCorrelation::first),
            new MatrixFeature<>("JN9H", InformationCorrelation::second));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = MatrixFeature.ids(FEATURES);

    /// The IBSI's codes of the features of [#ibsi], in its order.
    public static final List<String> IBSI_CODES = MatrixFeature.ids(IBSI);

    private Glcm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// Features of one direction that are undefined are left out of the mean over directions.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted and where no direction has a pair
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GlcmSettings settings, BitSet wanted) {
        return along(NeighbourStep.required(image, settings.distances(), settings.slicing()), image, settings, wanted);
    }

    /// The features of a part of a region, such as a kernel: as [#features], but along given directions.
    ///
    /// @param directions that fit into the part's box; where there are none, every feature is NaN
    public static double[] along(List<NeighbourStep> directions, LevelImage image, GlcmSettings settings, BitSet wanted) {
        if (directions.isEmpty()) {
            return MatrixFeature.means(FEATURES, List.of(), wanted);
        }
        List<CooccurrenceMatrix> matrices =
                CooccurrenceMatrix.perDirection(image, directions, settings.symmetrical());
        if (settings.weightingNorm() != WeightingNorm.NONE) {
            matrices = List.of(CooccurrenceMatrix.weightedSum(matrices, weights(settings, directions, image)));
        }
        return MatrixFeature.means(FEATURES, distributions(matrices, Entropy.PYRADIOMICS_GUARD), wanted);
    }

    /// The features of `image` as the IBSI defines them: distance 1, symmetrical, unweighted.
    ///
    /// @return one value per code of [#IBSI_CODES], NaN where undefined
    /// @throws IllegalArgumentException if `aggregation` is not for this family
    public static List<AggregatedValue> ibsi(LevelImage image, Aggregation aggregation) {
        AggregatedMatrices.require(aggregation, true);
        List<NeighbourStep> directions = NeighbourStep.of(image.size(), NeighbourStep.ADJACENT, aggregation.slicing());
        if (directions.isEmpty()) {
            return MatrixFeature.ibsi(IBSI, List.of(), aggregation);
        }
        List<CooccurrenceMatrix> matrices = AggregatedMatrices.of(
                aggregation,
                image,
                (part, _) -> CooccurrenceMatrix.perDirection(part, directions, true),
                CooccurrenceMatrix::sum);
        return MatrixFeature.ibsi(IBSI, distributions(matrices, Entropy.NO_GUARD), aggregation);
    }

    private static List<JointDistribution> distributions(List<CooccurrenceMatrix> matrices, double guard) {
        return matrices.stream()
                .filter(matrix -> !matrix.isEmpty())
                .map(matrix -> new JointDistribution(matrix, guard))
                .toList();
    }

    /// `exp(−length²)` per direction, 1 for [WeightingNorm#NO_WEIGHTING].
    private static double[] weights(GlcmSettings settings, List<NeighbourStep> directions, LevelImage image) {
        return directions.stream()
                .mapToDouble(direction -> {
                    double lengthMm = direction.lengthMm(settings.weightingNorm(), image.spacing());
                    return settings.weightingNorm() == WeightingNorm.NO_WEIGHTING ? 1 : Math.exp(-lengthMm * lengthMm);
                })
                .toArray();
    }
}
