@NullMarked
package org.trabecula.radiomics.settings;

import org.jspecify.annotations.NullMarked;
