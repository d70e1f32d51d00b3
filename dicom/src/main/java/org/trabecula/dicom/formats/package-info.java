/// DICOM as one kind of image among others: [org.trabecula.dicom.formats.DicomFormat] is the door.
@NullMarked
package org.trabecula.dicom.formats;

import org.jspecify.annotations.NullMarked;
