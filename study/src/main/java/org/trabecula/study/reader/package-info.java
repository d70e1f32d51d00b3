/// Cases by who calls them right: the models, each at its cut-off, and the doctor where the manifest has the column.
///
/// Start with [org.trabecula.study.reader.ReadPart]; reading sessions begin with [org.trabecula.study.reader.ReadingDraw].
@NullMarked
package org.trabecula.study.reader;

import org.jspecify.annotations.NullMarked;
