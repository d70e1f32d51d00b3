/// The engine against stored runs of PyRadiomics.
@NullMarked
package org.trabecula.radiomics.pyradiomics;

import org.jspecify.annotations.NullMarked;
