/// Radiomics features of one region of one volume.
@NullMarked
package org.trabecula.radiomics;

import org.jspecify.annotations.NullMarked;
