/// From opened cases to rows of hand-crafted features ([org.trabecula.extraction.feature.HandCrafted]).
@NullMarked
package org.trabecula.extraction.feature;

import org.jspecify.annotations.NullMarked;
