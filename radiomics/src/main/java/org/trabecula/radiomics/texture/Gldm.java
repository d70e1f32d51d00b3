package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level dependence matrix (GLDM): how many neighbours of a voxel are alike.
///
/// Matrix: [DependenceMatrix]; formulas: [LevelSizeFeatures]. The IBSI's name for the same matrix is NGLDM: [Ngldm].
public final class Gldm {
    private static final List<MatrixFeature<LevelSizeMatrix>> FEATURES = List.of(
            new MatrixFeature<>("DependenceEntropy", LevelSizeFeatures::guardedEntropy),
            new MatrixFeature<>("DependenceNonUniformity", LevelSizeFeatures::sizeNonUniformity),
            new MatrixFeature<>("DependenceNonUniformityNormalized", LevelSizeFeatures::sizeNonUniformityNormalised),
            new MatrixFeature<>("DependenceVariance", LevelSizeFeatures::sizeVariance),
            new MatrixFeature<>("GrayLevelNonUniformity", LevelSizeFeatures::levelNonUniformity),
            new MatrixFeature<>("GrayLevelVariance", LevelSizeFeatures::levelVariance),
            new MatrixFeature<>("HighGrayLevelEmphasis", LevelSizeFeatures::highLevelEmphasis),
            new MatrixFeature<>("LargeDependenceEmphasis", LevelSizeFeatures::largeEmphasis),
            new MatrixFeature<>("LargeDependenceHighGrayLevelEmphasis", LevelSizeFeatures::largeHighLevelEmphasis),
            new MatrixFeature<>("LargeDependenceLowGrayLevelEmphasis", LevelSizeFeatures::largeLowLevelEmphasis),
            new MatrixFeature<>("LowGrayLevelEmphasis", LevelSizeFeatures::lowLevelEmphasis),
            new MatrixFeature<>("SmallDependenceEmphasis", LevelSizeFeatures::smallEmphasis),
            new MatrixFeature<>("SmallDependenceHighGrayLevelEmphasis", LevelSizeFeatures::smallHighLevelEmphasis),
            new MatrixFeature<>("SmallDependenceLowGrayLevelEmphasis", LevelSizeFeatures::smallLowLevelEmphasis));

    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = MatrixFeature.ids(FEATURES);

    private Gldm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    /// @throws IllegalArgumentException if no two voxels of the box can be neighbours
    public static double[] features(LevelImage image, GldmSettings settings, BitSet wanted) {
        NeighbourStep.required(image, settings.distances(), settings.slicing());
        return means(List.of(DependenceMatrix.of(image, settings)), wanted);
    }

    static double[] means(List<LevelSizeMatrix> matrices, BitSet wanted) {
        return MatrixFeature.means(FEATURES, matrices, wanted);
    }
}
