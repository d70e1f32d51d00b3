/// The baseline table of a paper: who is in the groups, and do they differ.
///
/// Start at [org.trabecula.stats.table1.TableOne]; [org.trabecula.stats.table1.TableOneText] writes it as CSV and as an
/// HTML table that pastes into a text processor.
@NullMarked
package org.trabecula.stats.table1;

import org.jspecify.annotations.NullMarked;
