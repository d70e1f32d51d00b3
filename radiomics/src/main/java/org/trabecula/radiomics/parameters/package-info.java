/// PyRadiomics' parameter files, YAML or JSON, as [settings][org.trabecula.radiomics.settings.Settings].
///
/// Start with [org.trabecula.radiomics.parameters.ParameterFile]; [org.trabecula.radiomics.parameters.Preset] names the files that
/// ship with the product. What is refused: [org.trabecula.radiomics.parameters.ParameterProblem].
@NullMarked
package org.trabecula.radiomics.parameters;

import org.jspecify.annotations.NullMarked;
