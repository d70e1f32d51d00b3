/// YAML as the program's settings are written in it: parsed within limits, for [parameter files][org.trabecula.radiomics.parameters] and
/// a study's settings. The YAML library's own types show here, so the module keeps this package for the program's own rooms.
///
/// Start with [org.trabecula.radiomics.yaml.BoundedYaml].
@NullMarked
package org.trabecula.radiomics.yaml;

import org.jspecify.annotations.NullMarked;
