package org.trabecula.radiomics.texture;

import java.util.BitSet;
import java.util.List;

/// Grey level co-occurrence.
public final class Glcm {
    /// PyRadiomics' names of the features, in its order (ASCII).
    public static final List<String> NAMES = List.of("Autocorrelation", "ClusterProminence", "ClusterShade", "ClusterTendency", "Contrast", "Correlation", "DifferenceAverage", "DifferenceEntropy", "DifferenceVariance", "Id", "Idm", "Idmn", "Idn", "Imc1", "Imc2", "InverseVariance", "JointAverage", "JointEnergy", "JointEntropy", "MCC", "MaximumProbability", "SumAverage", "SumEntropy", "SumSquares");

    /// Names that PyRadiomics still knows but gives no value for.
    public static final List<DeprecatedFeature> DEPRECATED = List.of(
            new DeprecatedFeature("Dissimilarity", "equal to DifferenceAverage"),
            new DeprecatedFeature("Homogeneity1", "equal to Id"),
            new DeprecatedFeature("Homogeneity2", "equal to Idm"),
            new DeprecatedFeature("SumVariance", "equal to ClusterTendency"));

    private Glcm() {}

    /// The features of `image` in PyRadiomics' profile.
    ///
    /// @param wanted positions in [#NAMES] to compute
    /// @return one value per name of [#NAMES], NaN where not wanted
    public static double[] features(LevelImage image, GlcmSettings settings, BitSet wanted) {
        throw new UnsupportedOperationException("not computed yet");
    }
}
