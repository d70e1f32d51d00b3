package org.trabecula.dicom.codec.jpegls;

import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.codec.codestream.CodedSize;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.dicom.codec.codestream.MarkerReader;
import org.trabecula.dicom.codec.jpegls.JpegLsParameters.Preset;

/// What stands before the first coded bit of a JPEG-LS frame of one component (ITU-T T.87, annex C).
///
/// @param precision  bits of a sample, 2 … 16
/// @param parameters how the scan is coded
/// @param dataStart  index of the first coded byte
record JpegLsHeader(int precision, JpegLsParameters parameters, int dataStart) {
    private static final int LSE = 0xf8;
    private static final int MOST_SEGMENTS = 10_000;

    /// Reads up to the first scan, and checks the frame's size against what is expected.
    static JpegLsHeader read(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        MarkerReader markers = new MarkerReader(codestream);
        int precision = 0;
        int component = -1;
        Preset preset = Preset.NONE;
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            int marker = markers.next();
            if (marker <= 1 || marker >= 0xd0 && marker <= MarkerReader.EOI) {
                throw new DamagedFrameException(MarkerReader.nameOf(marker) + " before the first scan");
            }
            ByteReader in = markers.segment();
            if (marker == MarkerReader.JPEG_LS_FRAME) {
                if (precision != 0) {
                    throw new DamagedFrameException("two frame headers in one codestream");
                }
                precision = in.u8();
                int rows = in.u16();
                int columns = in.u16();
                new CodedSize(rows, columns, precision, in.u8()).mustFit(shape);
                if (precision < 2 || precision > 16) {
                    throw new DamagedFrameException("JPEG-LS samples of " + precision + " bits");
                }
                component = in.u8();
            } else if (marker == LSE) {
                preset = preset(in);
            } else if (marker == MarkerReader.SOS) {
                return new JpegLsHeader(precision, scan(in, precision, component, preset), markers.position());
            } else if (marker == MarkerReader.DRI) {
                while (in.left() > 0) {
                    if (in.u8() != 0) {
                        throw new DamagedFrameException("JPEG-LS with restart markers, which are not read");
                    }
                }
            } else if (!MarkerReader.isRemark(marker)) {
                throw new DamagedFrameException("a codestream of another kind: " + MarkerReader.nameOf(marker));
            }
        }
        throw new DamagedFrameException("more than " + MOST_SEGMENTS + " marker segments before the first scan");
    }

    private static Preset preset(ByteReader in) throws DamagedFrameException {
        int kind = in.u8();
        if (kind != 1) {
            throw new DamagedFrameException("JPEG-LS preset segment " + kind + " (mapping table or oversize frame), which is not read");
        }
        return new Preset(in.u16(), in.u16(), in.u16(), in.u16(), in.u16());
    }

    private static JpegLsParameters scan(ByteReader in, int precision, int component, Preset preset) throws DamagedFrameException {
        if (precision == 0) {
            throw new DamagedFrameException("a scan before the frame header");
        }
        int components = in.u8();
        int id = in.u8();
        if (components != 1 || id != component) {
            throw new DamagedFrameException("a scan of " + components + " components, the first of them " + id);
        }
        int mapping = in.u8();
        int near = in.u8();
        int interleave = in.u8();
        int pointTransform = in.u8();
        if (mapping != 0 || interleave > 2 || pointTransform != 0) {
            throw new DamagedFrameException("a JPEG-LS scan with mapping table " + mapping + ", interleave " + interleave
                    + ", point transform " + pointTransform);
        }
        return JpegLsParameters.of(precision, near, preset);
    }
}
