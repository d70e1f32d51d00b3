/// The compressions of DICOM pixel data: JPEG, JPEG-LS and JPEG 2000, one grey frame at a time.
///
/// Start at [org.trabecula.dicom.codec.StandardCodecs], the list that a reader of pixel data is given. Each codec is a package of
/// its own: [org.trabecula.dicom.codec.jpeg], [org.trabecula.dicom.codec.jpegls], [org.trabecula.dicom.codec.jpeg2000]. All are
/// strict: a codestream that ends before the last sample, goes on after it or has another size than the data set says is refused.
@NullMarked
package org.trabecula.dicom.codec;

import org.jspecify.annotations.NullMarked;
