package org.trabecula.radiomics.texture;

import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.radiomics.settings.WeightingNorm;

/// Settings of [Glrlm#features].
///
/// @param slicing       whether runs stay inside slices
/// @param weightingNorm how directions are combined; a matrix added by weight takes the step's length per direction
public record GlrlmSettings(Slicing slicing, WeightingNorm weightingNorm) {
    /// PyRadiomics' defaults: three-dimensional, mean over directions.
    public static final GlrlmSettings PYRADIOMICS = new GlrlmSettings(Slicing.NONE, WeightingNorm.NONE);
}
