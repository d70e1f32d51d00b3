/// Agreement of two readers who each give every case a class ([org.trabecula.stats.agreement.CohensKappa]); of readers who
/// measure, see [org.trabecula.stats.icc].
@NullMarked
package org.trabecula.stats.agreement;

import org.jspecify.annotations.NullMarked;
