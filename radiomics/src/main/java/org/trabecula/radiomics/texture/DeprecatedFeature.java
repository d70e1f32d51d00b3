package org.trabecula.radiomics.texture;

/// A feature that PyRadiomics names but no longer computes.
///
/// @param name   in PyRadiomics' spelling
/// @param reason why it is gone and what to ask for instead
public record DeprecatedFeature(String name, String reason) {}
