/// JPEG-LS (ITU-T T.87), lossless and near-lossless, one component. Start at [JpegLsDecoder].
@NullMarked
package org.trabecula.dicom.codec.jpegls;

import org.jspecify.annotations.NullMarked;
