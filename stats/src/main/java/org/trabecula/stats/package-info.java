/// Statistics on plain arrays.
@NullMarked
package org.trabecula.stats;

import org.jspecify.annotations.NullMarked;
