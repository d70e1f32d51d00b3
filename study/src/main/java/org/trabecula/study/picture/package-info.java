/// What a report shows of single cases: which ones, by a rule that looks at no picture, and their pictures.
///
/// Start with [org.trabecula.study.picture.Picturing]. Nothing of the study's results depends on it.
@NullMarked
package org.trabecula.study.picture;

import org.jspecify.annotations.NullMarked;
