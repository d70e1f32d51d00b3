/// Feature tables as columns.
@NullMarked
package org.trabecula.table;

import org.jspecify.annotations.NullMarked;
