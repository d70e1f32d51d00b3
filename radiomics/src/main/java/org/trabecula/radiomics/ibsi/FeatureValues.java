package org.trabecula.radiomics.ibsi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.radiomics.settings.Aggregation;

/// Collects values in order; what is not a finite number becomes NaN with a reason.
final class FeatureValues {
    private final List<IbsiValue> values = new ArrayList<>();

    /// A value that is finite for finite intensities.
    void put(IbsiFeature feature, double value) {
        put(feature, value, "the intensities are not all finite");
    }

    /// @param whyNot the reason, if the value is not finite
    void put(IbsiFeature feature, double value, String whyNot) {
        put(feature, Optional.empty(), value, whyNot);
    }

    void put(IbsiFeature feature, Optional<Aggregation> aggregation, double value, String whyNot) {
        boolean defined = Double.isFinite(value);
        values.add(new IbsiValue(
                feature, aggregation, defined ? value : Double.NaN, defined ? Optional.empty() : Optional.of(whyNot)));
    }

    /// Every feature of a family, undefined; of a texture family, for each aggregation that applies to it.
    void undefined(IbsiFamily family, Set<Aggregation> wanted, String why) {
        List<IbsiFeature> features = Arrays.stream(IbsiFeature.values())
                .filter(feature -> feature.family() == family)
                .toList();
        if (!family.isTexture()) {
            features.forEach(feature -> put(feature, Double.NaN, why));
        }
        for (Aggregation aggregation : TextureFamilies.aggregations(family, wanted)) {
            features.forEach(feature -> put(feature, Optional.of(aggregation), Double.NaN, why));
        }
    }

    List<IbsiValue> values() {
        return List.copyOf(values);
    }
}
