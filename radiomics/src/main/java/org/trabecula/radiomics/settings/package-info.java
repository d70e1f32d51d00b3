/// What to extract and how, in PyRadiomics' terms: records that are valid once they exist.
///
/// Start with [org.trabecula.radiomics.settings.Settings]; [org.trabecula.radiomics.settings.ParameterFile] reads them from
/// PyRadiomics' own YAML or JSON files, [org.trabecula.radiomics.settings.Preset] names the ones that ship with the product.
@NullMarked
package org.trabecula.radiomics.settings;

import org.jspecify.annotations.NullMarked;
