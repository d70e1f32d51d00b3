/// What to extract and how, in PyRadiomics' terms: records that are valid once they exist.
///
/// Start with [org.trabecula.radiomics.settings.Settings]. The package `parameters` reads them from PyRadiomics' own files;
/// [org.trabecula.radiomics.settings.SettingsText] writes them as such a file.
@NullMarked
package org.trabecula.radiomics.settings;

import org.jspecify.annotations.NullMarked;
