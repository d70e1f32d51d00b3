/// Tables of cases: text as it stands in a file ([org.trabecula.table.TextTable]) and features as columns of numbers
/// ([org.trabecula.table.FeatureTable]).
///
/// Start with [org.trabecula.table.FeatureTable]; files are read and written by [org.trabecula.table.FeatureTableFile].
@NullMarked
package org.trabecula.table;

import org.jspecify.annotations.NullMarked;
