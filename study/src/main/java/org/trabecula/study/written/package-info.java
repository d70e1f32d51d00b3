/// What a study leaves in its run folder as tables and JSON, one writer a subject; start at
/// [org.trabecula.study.written.RunFiles].
@NullMarked
package org.trabecula.study.written;

import org.jspecify.annotations.NullMarked;
