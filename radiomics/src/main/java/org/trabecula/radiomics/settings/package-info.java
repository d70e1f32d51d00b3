/// What to extract and how, in PyRadiomics' terms: records that are valid once they exist. Beside them what both profiles are told
/// about texture matrices: [slices][org.trabecula.radiomics.settings.Slicing],
/// [weights][org.trabecula.radiomics.settings.WeightingNorm], [aggregation][org.trabecula.radiomics.settings.Aggregation].
///
/// Start with [org.trabecula.radiomics.settings.Settings]. The package `parameters` reads them from PyRadiomics' own files;
/// [org.trabecula.radiomics.settings.SettingsText] writes them as such a file.
@NullMarked
package org.trabecula.radiomics.settings;

import org.jspecify.annotations.NullMarked;
