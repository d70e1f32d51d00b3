/// A finished run done again and held against itself: which result files are the same, and where the first difference of the
/// others lies.
///
/// Start with [org.trabecula.study.repeat.RunComparison].
@NullMarked
package org.trabecula.study.repeat;

import org.jspecify.annotations.NullMarked;
