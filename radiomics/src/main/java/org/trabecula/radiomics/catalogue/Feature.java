package org.trabecula.radiomics.catalogue;

import org.trabecula.radiomics.settings.FeatureClass;

/// What there is to know of one feature of PyRadiomics.
///
/// @param featureClass its class
/// @param name         PyRadiomics' spelling
/// @param status       when it is computed
/// @param ibsi         the standard's four-character code; empty when the standard does not have it
/// @param unit         `1` for none; `intensity` is the image's unit (HU in CT), `level` a grey level
/// @param formula      with the letters that [ClassNotes#letters] explains
/// @param difference   where it differs from the standard, or why it is not computed by default; empty when there is nothing
public record Feature(
        FeatureClass featureClass,
        String name,
        Status status,
        String ibsi,
        String unit,
        String formula,
        String difference) {
    /// When a feature is computed.
    public enum Status {
        /// With its class, unless features are named.
        DEFAULT,
        /// When its name is in the parameter file.
        NAMED,
        /// Never: PyRadiomics knows the name but gives no value.
        DEPRECATED
    }

    /// Such as `glcm_Contrast`: the column without the image type.
    public String column() {
        return featureClass.key() + "_" + name;
    }
}
