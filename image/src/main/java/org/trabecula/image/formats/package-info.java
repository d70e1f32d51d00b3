/// The list of the image formats that this module reads and writes.
@NullMarked
package org.trabecula.image.formats;

import org.jspecify.annotations.NullMarked;
