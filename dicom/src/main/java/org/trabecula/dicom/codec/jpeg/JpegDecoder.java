package org.trabecula.dicom.codec.jpeg;

import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.dicom.codec.codestream.MarkerReader;

/// Decodes one grey JPEG frame: the cosine processes 1, 2 and 4, and the lossless process 14 with each of its predictors.
public final class JpegDecoder {
    private static final int LOSSLESS = 0xc3;

    private JpegDecoder() {}

    /// Decodes a lossless frame of 2 to 16 bits (transfer syntaxes 1.2.840.10008.1.2.4.57 and .70).
    ///
    /// @throws DamagedFrameException if it is damaged, of another size or of another kind
    public static int[] lossless(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        JpegHeader header = JpegHeader.read(codestream, shape);
        if (header.frameMarker() != LOSSLESS) {
            throw new DamagedFrameException("a codestream of another kind: " + MarkerReader.nameOf(header.frameMarker()));
        }
        return LosslessScan.decode(codestream, header, shape);
    }

    /// Decodes a baseline or extended frame of 8 or 12 bits (1.2.840.10008.1.2.4.50 and .51).
    ///
    /// @throws DamagedFrameException if it is damaged, of another size or of another kind
    public static int[] cosine(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        JpegHeader header = JpegHeader.read(codestream, shape);
        if (header.frameMarker() == LOSSLESS) {
            throw new DamagedFrameException("a codestream of another kind: " + MarkerReader.nameOf(header.frameMarker()));
        }
        return DctScan.decode(codestream, header, shape);
    }
}
