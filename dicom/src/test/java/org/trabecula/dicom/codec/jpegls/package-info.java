@NullMarked
package org.trabecula.dicom.codec.jpegls;

import org.jspecify.annotations.NullMarked;
