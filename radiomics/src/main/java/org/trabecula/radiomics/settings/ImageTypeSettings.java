package org.trabecula.radiomics.settings;

/// An image type and how features are computed on it.
public record ImageTypeSettings(ImageType type, FeatureSettings features) {}
