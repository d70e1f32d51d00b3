/// From scores to every number about them, and their documents.
@NullMarked
package org.trabecula.evaluation;

import org.jspecify.annotations.NullMarked;
