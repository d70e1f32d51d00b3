package org.trabecula.dicom.pixel;

import java.util.Set;

/// Decompresses the frames of some transfer syntaxes.
///
/// What a codestream says of itself (rows, columns, components) has to agree with the shape before memory is taken.
public interface FrameCodec {
    /// The UIDs of the transfer syntaxes whose codestreams [#decode] reads.
    Set<String> transferSyntaxes();

    /// The samples of one grey frame, row by row, `shape.samples()` of them, as the codestream holds them. Bits above
    /// `bitsStored` may hold anything: who calls masks them and extends the sign.
    ///
    /// @param codestream all bytes of the frame, fragments joined; a padding byte may follow
    /// @throws DamagedFrameException if the codestream is damaged, disagrees with `shape` or uses what is not decoded
    int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException;
}
