/// Tests of what tests stand on.
@NullMarked
package org.trabecula.testkit;

import org.jspecify.annotations.NullMarked;
