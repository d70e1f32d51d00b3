/// What a study found, for its files, its report and its model: [org.trabecula.study.result.StudyResult].
@NullMarked
package org.trabecula.study.result;

import org.jspecify.annotations.NullMarked;
