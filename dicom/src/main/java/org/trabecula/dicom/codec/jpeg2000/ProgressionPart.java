package org.trabecula.dicom.codec.jpeg2000;

/// A part of a tile's packets in one order (ITU-T T.800, A.6.6): resolutions from `firstResolution` to before
/// `endResolution`, layers to before `endLayer`. What earlier parts held is not repeated.
record ProgressionPart(int order, int firstResolution, int endResolution, int endLayer) {}
