package org.trabecula.radiomics.settings;

import java.util.List;

/// Which features of a class are wanted.
///
/// @param features names in the order wanted; empty: every feature that is not deprecated, in catalogue order
public record ClassSettings(FeatureClass featureClass, List<String> features) {
    public ClassSettings {
        features = List.copyOf(features);
    }

    /// Every feature of a class.
    public static ClassSettings all(FeatureClass featureClass) {
        return new ClassSettings(featureClass, List.of());
    }
}
