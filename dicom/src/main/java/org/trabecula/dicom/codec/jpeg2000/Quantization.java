package org.trabecula.dicom.codec.jpeg2000;

import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// The step sizes of the bands: the segments QCD and QCC (ITU-T T.800, A.6.4 and A.6.5).
///
/// @param guardBits bits by which coefficients may exceed what is expected
/// @param steps     one value per band: exponent above bit 11, mantissa below; with `derived` that of the lowest band only
/// @param derived   whether the steps of other bands follow from the lowest
/// @param whole     whether there are exponents only, as for the reversible transform
record Quantization(int guardBits, int[] steps, boolean derived, boolean whole) {
    private static final int MANTISSA = 11;

    static Quantization read(ByteReader in) throws DamagedFrameException {
        int flags = in.u8();
        int style = flags & 0x1f;
        if (style > 2) {
            throw new DamagedFrameException("JPEG 2000 quantization of style " + style);
        }
        int count = style == 0 ? in.left() : style == 1 ? 1 : in.left() / 2;
        if (count < 1 || count > 97) {
            throw new DamagedFrameException("JPEG 2000 quantization of " + count + " bands");
        }
        int[] steps = new int[count];
        for (int n = 0; n < count; n++) {
            steps[n] = style == 0 ? in.u8() >> 3 << MANTISSA : in.u16();
        }
        return new Quantization(flags >> 5, steps, style == 1, style == 0);
    }

    /// Exponent of a band: 0 is the lowest, then three for each resolution.
    ///
    /// @throws DamagedFrameException if there is none for this band
    int exponent(int band) throws DamagedFrameException {
        if (derived) { // T.800, E-5: one less for each level that the band lies higher
            return Math.max(0, (steps[0] >> MANTISSA) - (band == 0 ? 0 : (band - 1) / 3));
        }
        if (band >= steps.length) {
            throw new DamagedFrameException("JPEG 2000 quantization of " + steps.length + " bands, where band " + band + " is used");
        }
        return steps[band] >> MANTISSA;
    }

    /// The step of a band over 2^precision, without the band's gain: (1 + μ/2¹¹) · 2^−ε (T.800, E-3).
    float step(int band) throws DamagedFrameException {
        int mantissa = steps[derived ? 0 : Math.min(band, steps.length - 1)] & (1 << MANTISSA) - 1;
        return Math.scalb(1 + mantissa / 2048f, -exponent(band));
    }
}
