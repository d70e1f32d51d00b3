package org.trabecula.radiomics.texture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Neighbouring (IBSI: neighbourhood) grey tone difference matrix (NGTDM): how far a voxel's level is from its
/// neighbours' mean.
///
/// Matrix: [NeighbourhoodGreyToneDifference]; formulas: [ToneDifferenceFeatures].
public final class Ngtdm {
    private record Feature(String name, ToDoubleFunction<NeighbourhoodGreyToneDifference> formula) {}

    private static final List<Feature> FEATURES = List.of(
            new Feature("Busyness", ToneDifferenceFeatures::busyness),
            new Feature("Coarseness", ToneDifferenceFeatures::coarseness),
            new Feature("Complexity", ToneDifferenceFeatures::complexity),
            new Feature("Contrast", ToneDifferenceFeatures::contrast),
            new Feature("Strength", ToneDifferenceFeatures::strength));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = FEATURES.stream().map(Feature::name).toList();

    private Ngtdm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, NgtdmSettings settings, BitSet wanted) {
        List<Direction> directions = Direction.required(image, settings.distances(), settings.slicing());
        double[] values = new double[FEATURES.size()];
        Arrays.fill(values, Double.NaN);
        if (!wanted.isEmpty()) {
            NeighbourhoodGreyToneDifference matrix = NeighbourhoodGreyToneDifference.of(image, directions, true);
            wanted.stream().forEach(f -> values[f] = FEATURES.get(f).formula().applyAsDouble(matrix));
        }
        return values;
    }
}
