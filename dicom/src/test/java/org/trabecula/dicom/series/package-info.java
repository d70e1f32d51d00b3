/// Tests of the package of the same name.
@NullMarked
package org.trabecula.dicom.series;

import org.jspecify.annotations.NullMarked;
