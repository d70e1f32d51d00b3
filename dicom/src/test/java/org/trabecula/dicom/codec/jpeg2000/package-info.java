@NullMarked
package org.trabecula.dicom.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
