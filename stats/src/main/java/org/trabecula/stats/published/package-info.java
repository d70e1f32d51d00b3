/// Can a published table be true?
///
/// Start at [org.trabecula.stats.published.PublishedAccuracy] for accuracy, sensitivity and the like, and at
/// [org.trabecula.stats.published.PublishedBaseline] for the p values of a Table 1.
@NullMarked
package org.trabecula.stats.published;

import org.jspecify.annotations.NullMarked;
