/// Where a study writes: its folder, the times it took, and records as JSON.
///
/// Start with [org.trabecula.study.folder.RunFolder].
@NullMarked
package org.trabecula.study.folder;

import org.jspecify.annotations.NullMarked;
