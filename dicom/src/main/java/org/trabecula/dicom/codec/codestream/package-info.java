/// What the decoders share: bytes, markers, and the check of a codestream's size against the data set's
/// ([org.trabecula.dicom.codec.codestream.CodedSize]) before memory is taken.
@NullMarked
package org.trabecula.dicom.codec.codestream;

import org.jspecify.annotations.NullMarked;
