/// Tests of the report: its numbering, and that every renderer shows every block.
@NullMarked
package org.trabecula.report;

import org.jspecify.annotations.NullMarked;
