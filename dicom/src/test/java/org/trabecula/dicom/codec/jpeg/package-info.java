@NullMarked
package org.trabecula.dicom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
