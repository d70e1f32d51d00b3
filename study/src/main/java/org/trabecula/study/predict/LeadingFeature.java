package org.trabecula.study.predict;

import java.util.OptionalDouble;

/// A feature that weighs much in the radiomics signature, as a case has it.
///
/// @param name        the column
/// @param value       of the case; empty where it has none
/// @param percentile  about which share of the training cases lies below it, in percent; 0 and 100 stand for beyond the 1 % and 99 %
///                    quantile; empty where the model kept no quantiles
/// @param coefficient of the signature, on the standardised feature: above 0 a higher value speaks for the positive class
public record LeadingFeature(String name, OptionalDouble value, OptionalDouble percentile, double coefficient) {}
