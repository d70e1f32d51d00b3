/// Tests of reading parameter files.
@NullMarked
package org.trabecula.radiomics.parameters;

import org.jspecify.annotations.NullMarked;
