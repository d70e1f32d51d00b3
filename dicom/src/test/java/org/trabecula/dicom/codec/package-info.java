@NullMarked
package org.trabecula.dicom.codec;

import org.jspecify.annotations.NullMarked;
