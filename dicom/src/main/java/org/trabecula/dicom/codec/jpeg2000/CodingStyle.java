package org.trabecula.dicom.codec.jpeg2000;

import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// How tiles are cut and coded: the segments COD and COC (ITU-T T.800, A.6.1 and A.6.2).
///
/// @param order       in which packets come: 0 LRCP, 1 RLCP, 2 RPCL, 3 PCRL, 4 CPRL
/// @param layers      quality layers, 1 … 65535
/// @param startMarks  whether packets may begin with a marker SOP
/// @param endMarks    whether packet headers end with a marker EPH
/// @param levels      decomposition levels, 0 … 32
/// @param blockWidth  base-2 logarithm of a code block's width, 2 … 10
/// @param blockHeight that of its height; together at most 12
/// @param blockStyle  the block coder's options, see [BlockDecoder]
/// @param reversible  5/3 in whole numbers, else 9/7
/// @param precincts   for each resolution the logarithms of a precinct's width (low four bits) and height (high four)
record CodingStyle(
        int order,
        int layers,
        boolean startMarks,
        boolean endMarks,
        int levels,
        int blockWidth,
        int blockHeight,
        int blockStyle,
        boolean reversible,
        byte[] precincts) {
    private static final int HIGH_THROUGHPUT = 0x40;
    /// With the high-throughput coder: blocks of both coders in one tile.
    private static final int MIXED = 0x80;

    /// Reads COD.
    static CodingStyle read(ByteReader in) throws DamagedFrameException {
        int flags = in.u8();
        int order = in.u8();
        int layers = in.u16();
        in.u8(); // component transform: there is one component
        if (order > 4 || layers == 0) {
            throw new DamagedFrameException("JPEG 2000 packets in order " + order + ", " + layers + " layers");
        }
        return block(in, (flags & 1) != 0, order, layers, (flags & 2) != 0, (flags & 4) != 0);
    }

    /// Reads COC behind its component: what it states replaces what this says.
    CodingStyle replaced(ByteReader in) throws DamagedFrameException {
        int flags = in.u8();
        return block(in, (flags & 1) != 0, order, layers, startMarks, endMarks);
    }

    private static CodingStyle block(
            ByteReader in, boolean ownPrecincts, int order, int layers, boolean startMarks, boolean endMarks)
            throws DamagedFrameException {
        int levels = in.u8();
        int width = in.u8() + 2;
        int height = in.u8() + 2;
        int style = in.u8();
        int transform = in.u8();
        if ((style & MIXED) != 0) {
            throw new DamagedFrameException("JPEG 2000 blocks of both block coders in one tile, which are not read");
        }
        if (levels > 32 || width > 10 || height > 10 || width + height > 12 || transform > 1) {
            throw new DamagedFrameException("a JPEG 2000 coding style of " + levels + " levels, blocks of 2^" + width + " x 2^"
                    + height + ", transform " + transform);
        }
        byte[] precincts = new byte[levels + 1];
        for (int r = 0; r <= levels; r++) {
            int size = ownPrecincts ? in.u8() : 0xff;
            if (r > 0 && ((size & 0xf) == 0 || size >> 4 == 0)) {
                throw new DamagedFrameException("JPEG 2000 precincts of one sample in resolution " + r);
            }
            precincts[r] = (byte) size;
        }
        return new CodingStyle(order, layers, startMarks, endMarks, levels, width, height, style, transform == 1, precincts);
    }

    /// Whether the blocks are those of the high-throughput coder (HTJ2K).
    boolean highThroughput() {
        return (blockStyle & HIGH_THROUGHPUT) != 0;
    }

    int precinctWidth(int resolution) {
        return precincts[resolution] & 0xf;
    }

    int precinctHeight(int resolution) {
        return precincts[resolution] >> 4 & 0xf;
    }
}
