/// Feature maps against stored maps of PyRadiomics, and against the engine of whole regions.
@NullMarked
package org.trabecula.radiomics.voxelwise;

import org.jspecify.annotations.NullMarked;
