/// JPEG (ITU-T T.81) Start at [ baseline and extended (DCT) and lossless, one component, Huffman codes.].
@NullMarked
package org.trabecula.dicom.codec.jpeg;

import org.jspecify.annotations.NullMarked;
