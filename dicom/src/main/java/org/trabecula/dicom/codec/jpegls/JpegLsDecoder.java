package org.trabecula.dicom.codec.jpegls;

import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;

/// Decodes one grey JPEG-LS frame of 2 to 16 bits (transfer syntaxes 1.2.840.10008.1.2.4.80 and .81).
public final class JpegLsDecoder {
    private JpegLsDecoder() {}

    /// Allocates one `int` per sample.
    ///
    /// @throws DamagedFrameException if the codestream is damaged, of another size or uses what is not read: restart markers,
    ///                             mapping tables, point transform
    public static int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        JpegLsHeader header = JpegLsHeader.read(codestream, shape);
        int[] samples = new int[shape.samples()];
        new JpegLsScan(new GolombBits(codestream, header.dataStart()), header.parameters())
                .decode(samples, shape.rows(), shape.columns());
        return samples;
    }
}
