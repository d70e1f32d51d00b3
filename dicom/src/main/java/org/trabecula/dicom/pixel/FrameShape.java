package org.trabecula.dicom.pixel;

/// What a data set says of each of its grey frames.
///
/// @param rows          1 … 65535
/// @param columns       1 … 65535
/// @param bitsAllocated 8, 16 or 32: the bits that a sample takes uncompressed
/// @param bitsStored    1 … bitsAllocated: those of them that count
/// @param signed        whether stored values are two's complement
public record FrameShape(int rows, int columns, int bitsAllocated, int bitsStored, boolean signed) {
    /// The same frame with samples in two's complement.
    FrameShape asSigned() {
        return new FrameShape(rows, columns, bitsAllocated, bitsStored, true);
    }

    /// Samples of a frame.
    public int samples() {
        return Math.multiplyExact(rows, columns);
    }
}
