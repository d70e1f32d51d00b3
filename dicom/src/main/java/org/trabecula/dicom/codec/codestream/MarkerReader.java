package org.trabecula.dicom.codec.codestream;

import org.trabecula.dicom.pixel.DamagedFrameException;

/// Walks the marker segments of JPEG and JPEG-LS (ITU-T T.81, B.1.1): `FF`, a code, mostly a length and its bytes.
public final class MarkerReader {
    public static final int SOI = 0xd8;
    public static final int EOI = 0xd9;
    public static final int SOS = 0xda;
    public static final int DRI = 0xdd;
    public static final int JPEG_LS_FRAME = 0xf7;

    private final ByteReader in;

    /// @throws DamagedFrameException if the bytes do not begin with `FF D8`
    public MarkerReader(byte[] codestream) throws DamagedFrameException {
        in = new ByteReader(codestream);
        if (in.peek(0) != 0xff || in.peek(1) != SOI) {
            throw new DamagedFrameException("bytes that do not begin as JPEG does (FF D8)"
                    + (in.peek(0) == 0xff && in.peek(1) == 0x4f ? ", but as JPEG 2000 (FF 4F)" : ""));
        }
        in.skip(2);
    }

    /// The code of the next marker. Fill bytes `FF` before it are allowed; anything else is not.
    public int next() throws DamagedFrameException {
        int first = in.u8();
        if (first != 0xff) {
            throw new DamagedFrameException("byte " + first + " at " + (in.position() - 1) + " where a marker (FF) belongs");
        }
        int code = in.u8();
        while (code == 0xff) {
            code = in.u8();
        }
        return code;
    }

    /// The bytes of the segment that belongs to the marker just read.
    public ByteReader segment() throws DamagedFrameException {
        int length = in.u16();
        if (length < 2) {
            throw new DamagedFrameException("a marker segment of " + length + " bytes at " + (in.position() - 2));
        }
        return in.part(length - 2L);
    }

    /// Where coded data begin when the last segment read was that of a scan.
    public int position() {
        return in.position();
    }

    /// Whether marker and segment say nothing of the samples: application data and comments.
    public static boolean isRemark(int marker) {
        return marker >= 0xe0 && marker <= 0xef || marker == 0xfe;
    }

    /// The name of a kind of frame that is not read, by its marker.
    public static String nameOf(int marker) {
        return switch (marker) {
            case 0xc0 -> "JPEG baseline";
            case 0xc1 -> "JPEG extended";
            case 0xc2 -> "JPEG progressive";
            case 0xc3 -> "JPEG lossless";
            case 0xc5, 0xc6, 0xc7 -> "JPEG hierarchical";
            case 0xc9, 0xca, 0xcb -> "JPEG with arithmetic coding";
            case 0xcd, 0xce, 0xcf -> "JPEG hierarchical with arithmetic coding";
            case JPEG_LS_FRAME -> "JPEG-LS";
            default -> "marker FF " + Integer.toHexString(marker).toUpperCase(java.util.Locale.ROOT);
        };
    }
}
