/// The protocol.
@NullMarked
package org.trabecula.study;

import org.jspecify.annotations.NullMarked;
