@NullMarked
package org.trabecula.radiomics.parameters;

import org.jspecify.annotations.NullMarked;
