/// The baseline table of a paper: who is in the groups, and do they differ.
///
/// Start at [org.trabecula.stats.table1.TableOne].
@NullMarked
package org.trabecula.stats.table1;

import org.jspecify.annotations.NullMarked;
