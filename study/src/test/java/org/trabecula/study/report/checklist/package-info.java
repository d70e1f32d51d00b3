/// Tests of the check-lists: their items and the score.
@NullMarked
package org.trabecula.study.report.checklist;

import org.jspecify.annotations.NullMarked;
