/// Tests of the package of the same name.
@NullMarked
package org.trabecula.dicom.dataset;

import org.jspecify.annotations.NullMarked;
