package org.trabecula.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Finds the codestream in the bytes of a frame. DICOM wants it bare; some scanners wrap it in the boxes of a JP2 file
/// (ITU-T T.800, annex I).
final class Jp2Boxes {
    private static final int SOC = 0xff4f;
    private static final byte[] SIGNATURE = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
    private static final long HEADER = 0x6a703268L; // "jp2h"
    private static final long CODESTREAM = 0x6a703263L; // "jp2c"
    private static final long PALETTE = 0x70636c72L; // "pclr"

    private Jp2Boxes() {}

    /// A reader at the codestream's first marker.
    static ByteReader codestream(byte[] bytes) throws DamagedFrameException {
        ByteReader in = new ByteReader(bytes);
        if (in.left() >= 2 && (in.peek(0) << 8 | in.peek(1)) == SOC) {
            return in;
        }
        boolean isFile = in.left() >= 12 && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        if (!isFile) {
            throw new DamagedFrameException("bytes that begin neither as a JPEG 2000 codestream (FF 4F) nor as a JP2 file"
                    + (in.end() > 1 && bytes[0] == -1 && bytes[1] == (byte) 0xd8 ? ", but as JPEG or JPEG-LS (FF D8)" : ""));
        }
        while (in.left() > 0) {
            Box box = next(in);
            if (box.type == CODESTREAM) {
                return box.contents;
            }
            if (box.type == HEADER) {
                refusePalette(box.contents);
            }
        }
        throw new DamagedFrameException("a JP2 file without a codestream");
    }

    private record Box(long type, ByteReader contents) {}

    private static Box next(ByteReader in) throws DamagedFrameException {
        long length = in.u32();
        long type = in.u32();
        if (length == 0) {
            return new Box(type, in.part(in.left()));
        }
        if (length == 1) {
            long high = in.u32();
            length = high << 32 | in.u32();
            return new Box(type, in.part(length - 16));
        }
        return new Box(type, in.part(length - 8));
    }

    private static void refusePalette(ByteReader in) throws DamagedFrameException {
        while (in.left() > 0) {
            if (next(in).type == PALETTE) {
                throw new DamagedFrameException("a JP2 file whose samples are places in a palette");
            }
        }
    }
}
