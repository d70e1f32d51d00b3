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

    /// Whether its samples are uncompressed cells with all their allocated bits, high bit and all, as compressions of bytes give them;
    /// codestreams of images hold the stored bits alone.
    default boolean givesCells() {
        return false;
    }

    /// Whether codestreams of this kind state a sign at all.
    default boolean knowsSign() {
        return false;
    }

    /// Whether the codestream itself says that its samples are signed; false where its standard knows no sign.
    ///
    /// JPEG 2000 knows one, and data sets are met that contradict it. Samples are signed where either says so: a codestream of signed
    /// samples in an unsigned data set holds true negative values, and an unsigned one in a signed data set two's complement.
    ///
    /// @throws DamagedFrameException if the codestream's header is damaged
    default boolean statesSigned(byte[] codestream) throws DamagedFrameException {
        return false;
    }
}
