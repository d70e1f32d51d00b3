package org.trabecula.radiomics.ibsi;

import java.util.Optional;
import org.trabecula.radiomics.settings.Aggregation;

/// One value of the profile `ibsi`.
///
/// @param aggregation  how texture matrices were joined; empty for the other families
/// @param value        NaN where the feature is undefined
/// @param whyUndefined present exactly when the value is NaN
public record IbsiValue(
        IbsiFeature feature, Optional<Aggregation> aggregation, double value, Optional<String> whyUndefined) {
    public IbsiValue {
        if (Double.isNaN(value) != whyUndefined.isPresent()) {
            throw new IllegalArgumentException("a reason goes with NaN and only with NaN, got " + value + ", " + whyUndefined);
        }
    }

    /// `ibsi_FAMILY_CODE`, then `_` and the aggregation's tag for texture, such as `ibsi_glcm_GYBY_IAZD`.
    public String column() {
        return feature.column() + aggregation.map(a -> "_" + a.tag()).orElse("");
    }
}
