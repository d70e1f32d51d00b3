package org.trabecula.dicom.series;

import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.image.PointMm;

/// The image that a slice of a volume was read from, as other objects refer to it.
///
/// @param sopClass its class; may have been emptied
/// @param instance SOP Instance UID; may have been emptied
/// @param frame    from 1, in a file of several frames
/// @param position centre of its first pixel, LPS, as the file says
public record SourceImage(Optional<String> sopClass, Optional<String> instance, OptionalInt frame, PointMm position) {}
