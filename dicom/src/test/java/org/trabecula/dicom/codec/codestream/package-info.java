@NullMarked
package org.trabecula.dicom.codec.codestream;

import org.jspecify.annotations.NullMarked;
