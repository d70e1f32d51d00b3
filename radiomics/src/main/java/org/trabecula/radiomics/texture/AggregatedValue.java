package org.trabecula.radiomics.texture;

import org.trabecula.radiomics.settings.Aggregation;

/// A value of an IBSI feature.
///
/// @param code        the IBSI's four-character tag of the feature
/// @param aggregation how slices and directions were joined
/// @param value       NaN where the feature is undefined
public record AggregatedValue(String code, Aggregation aggregation, double value) {}
