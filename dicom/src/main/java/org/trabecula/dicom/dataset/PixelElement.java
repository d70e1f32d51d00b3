package org.trabecula.dicom.dataset;

import java.util.Optional;

/// Where the pixel data of a file lie.
///
/// @param vr     as stated
/// @param offset of the first byte of the value, in the bytes that [DicomFile#open(long)] gives
/// @param length in bytes; absent for fragments, which have none
/// @param kind   which of the three pixel data elements it is
public record PixelElement(Vr vr, long offset, Optional<Long> length, Kind kind) {
    public enum Kind {
        INTEGERS,
        FLOATS,
        DOUBLES
    }
}
