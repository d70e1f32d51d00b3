/// Texture: how grey levels lie beside each other inside a region.
///
/// [org.trabecula.radiomics.texture.LevelImage] is what every family reads: the region's box of grey levels 1 … N_g, 0
/// outside. A family (`Glcm`, `Glrlm`, `Glszm`, `Gldm`, `Ngtdm`, `Gldzm`, `Ngldm`) names its features and computes them
/// from a matrix type of its own (such as [org.trabecula.radiomics.texture.CooccurrenceMatrix]), under PyRadiomics'
/// conventions with `features(…)` and under the IBSI's with `ibsi(…)`. Start reading at `Gldm`, the shortest family.
@NullMarked
package org.trabecula.radiomics.texture;

import org.jspecify.annotations.NullMarked;
