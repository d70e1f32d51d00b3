package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;
import org.trabecula.radiomics.settings.Aggregation;

/// Neighbouring (IBSI: neighbourhood) grey tone difference matrix (NGTDM): how far a voxel's level is from its
/// neighbours' mean.
///
/// Matrix: [NeighbourhoodGreyToneDifference]; formulas: [ToneDifferenceFeatures].
public final class Ngtdm {
    private static final List<MatrixFeature<NeighbourhoodGreyToneDifference>> FEATURES = List.of(
            new MatrixFeature<>("Busyness", ToneDifferenceFeatures::busyness),
            new MatrixFeature<>("Coarseness", ToneDifferenceFeatures::coarseness),
            new MatrixFeature<>("Complexity", ToneDifferenceFeatures::complexity),
            new MatrixFeature<>("Contrast", ToneDifferenceFeatures::contrast),
            new MatrixFeature<>("Strength", ToneDifferenceFeatures::strength));

    private static final List<MatrixFeature<NeighbourhoodGreyToneDifference>> IBSI = List.of(
            new MatrixFeature<>("QCDE", ToneDifferenceFeatures::coarseness),
            new MatrixFeature<>("65HE", ToneDifferenceFeatures::contrast),
            new MatrixFeature<>("NQ30", ToneDifferenceFeatures::busyness),
            new MatrixFeature<>("HDEZ", ToneDifferenceFeatures::complexity),
            new MatrixFeature<>("1X9X", ToneDifferenceFeatures::strength));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = MatrixFeature.ids(FEATURES);

    /// The IBSI's codes of the features of [#ibsi], in its order.
    public static final List<String> IBSI_CODES = MatrixFeature.ids(IBSI);

    private Ngtdm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, NgtdmSettings settings, BitSet wanted) {
        List<NeighbourStep> directions = NeighbourStep.required(image, settings.distances(), settings.slicing());
        return means(List.of(NeighbourhoodGreyToneDifference.of(image, directions, true)), wanted);
    }

    static double[] means(List<NeighbourhoodGreyToneDifference> matrices, BitSet wanted) {
        return MatrixFeature.means(FEATURES, matrices, wanted);
    }

    /// The features of `image` as the IBSI defines them.
    ///
    /// @return one value per code of [#IBSI_CODES], NaN where undefined
    /// @throws IllegalArgumentException if `aggregation` is not for this family
    public static List<AggregatedValue> ibsi(LevelImage image, Aggregation aggregation) {
        AggregatedMatrices.require(aggregation, false);
        List<NeighbourhoodGreyToneDifference> matrices = AggregatedMatrices.of(
                aggregation,
                image,
                (part, slicing) -> List.of(NeighbourhoodGreyToneDifference.of(
                        part, NeighbourStep.of(part.size(), NeighbourStep.ADJACENT, slicing), false)),
                NeighbourhoodGreyToneDifference::sum);
        return MatrixFeature.ibsi(IBSI, matrices, aggregation);
    }
}
