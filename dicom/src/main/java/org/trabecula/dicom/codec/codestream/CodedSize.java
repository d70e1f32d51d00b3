package org.trabecula.dicom.codec.codestream;

import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;

/// What a codestream says of the frame in it.
///
/// @param rows       lines of samples
/// @param columns    samples of a line
/// @param precision  bits of a sample
/// @param components samples of a pixel
public record CodedSize(long rows, long columns, int precision, int components) {
    /// Refuses a codestream that holds another frame than the data set says; called before memory is taken.
    ///
    /// Samples may have more bits than are stored ([FrameShape#bitsStored]; higher ones are masked) or fewer, but not more than are
    /// allocated.
    ///
    /// @throws DamagedFrameException if size, width of a sample or number of components differ
    public void mustFit(FrameShape shape) throws DamagedFrameException {
        if (components != 1) {
            throw new DamagedFrameException("a codestream of " + components + " components where one of grey values belongs");
        }
        if (rows != shape.rows() || columns != shape.columns()) {
            throw new DamagedFrameException("a codestream of " + columns + " x " + rows + " samples in a frame of "
                    + shape.columns() + " x " + shape.rows());
        }
        if (precision < 1 || precision > shape.bitsAllocated()) {
            throw new DamagedFrameException("a codestream of " + precision + " bits a sample where "
                    + shape.bitsAllocated() + " bits are allocated");
        }
    }
}
