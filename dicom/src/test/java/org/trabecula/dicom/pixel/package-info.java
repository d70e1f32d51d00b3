/// Tests of the package of the same name.
@NullMarked
package org.trabecula.dicom.pixel;

import org.jspecify.annotations.NullMarked;
