/// Tests of the package of the same name.
@NullMarked
package org.trabecula.dicom.segmentation;

import org.jspecify.annotations.NullMarked;
