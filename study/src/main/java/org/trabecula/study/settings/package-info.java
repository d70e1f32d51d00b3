/// The settings of a study as records, and `study.yaml` as people write it.
///
/// Start with [org.trabecula.study.settings.StudySettings].
@NullMarked
package org.trabecula.study.settings;

import org.jspecify.annotations.NullMarked;
