/// The frames of a data set's pixel data as stored values: found in the file, decompressed, masked and signed.
///
/// A compression joins by a [org.trabecula.dicom.pixel.FrameCodec] in the list that readers are given.
@NullMarked
package org.trabecula.dicom.pixel;

import org.jspecify.annotations.NullMarked;
