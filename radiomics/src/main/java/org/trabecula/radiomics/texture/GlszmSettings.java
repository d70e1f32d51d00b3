package org.trabecula.radiomics.texture;

import org.trabecula.radiomics.settings.Slicing;

/// Settings of [Glszm#features].
///
/// @param slicing whether zones stay inside slices (8-connected) or not (26-connected)
public record GlszmSettings(Slicing slicing) {
    /// PyRadiomics' default: three-dimensional.
    public static final GlszmSettings PYRADIOMICS = new GlszmSettings(Slicing.NONE);
}
