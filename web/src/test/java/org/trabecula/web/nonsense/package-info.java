/// What nobody who means well sends, and a room that has to bear it.
@NullMarked
package org.trabecula.web.nonsense;

import org.jspecify.annotations.NullMarked;
