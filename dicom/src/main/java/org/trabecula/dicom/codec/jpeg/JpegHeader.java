package org.trabecula.dicom.codec.jpeg;

import org.jspecify.annotations.Nullable;
import org.trabecula.dicom.codec.codestream.ByteReader;
import org.trabecula.dicom.codec.codestream.CodedSize;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.dicom.codec.codestream.MarkerReader;

/// What stands before the first coded bit of a JPEG frame of one component: ITU-T T.81, annex B.
final class JpegHeader {
    private static final int DHT = 0xc4;
    private static final int DQT = 0xdb;
    private static final int TABLES = 4;
    private static final int BLOCK = 64;
    /// Segments before the scan: real frames have about ten.
    private static final int MOST_SEGMENTS = 10_000;

    private final int[] @Nullable [] quantization = new int[TABLES] @Nullable [];
    private final @Nullable JpegHuffmanTable[] dc = new JpegHuffmanTable[TABLES];
    private final @Nullable JpegHuffmanTable[] ac = new JpegHuffmanTable[TABLES];
    private int frameMarker;
    private int precision;
    private int componentId;
    private int quantizationTable;
    private int restartInterval;
    private int dcTable;
    private int acTable;
    private int spectralStart;
    private int spectralEnd;
    private int successive;
    private int dataStart;

    private JpegHeader() {}

    /// Reads up to the first scan, and checks the frame's size against what is expected.
    static JpegHeader read(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        MarkerReader markers = new MarkerReader(codestream);
        JpegHeader header = new JpegHeader();
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            int marker = markers.next();
            if (marker == MarkerReader.EOI || marker == 0 || marker == 1 || marker >= 0xd0 && marker <= MarkerReader.SOI) {
                throw new DamagedFrameException(MarkerReader.nameOf(marker) + " before the first scan");
            }
            ByteReader segment = markers.segment();
            switch (marker) {
                case 0xc0, 0xc1, 0xc3 -> header.readFrame(marker, segment, shape);
                case DHT -> header.readHuffman(segment);
                case DQT -> header.readQuantization(segment);
                case MarkerReader.DRI -> header.restartInterval = segment.u16();
                case MarkerReader.SOS -> {
                    header.readScan(segment);
                    header.dataStart = markers.position();
                    return header;
                }
                default -> {
                    if (!MarkerReader.isRemark(marker)) {
                        throw new DamagedFrameException("a codestream of another kind: " + MarkerReader.nameOf(marker));
                    }
                }
            }
        }
        throw new DamagedFrameException("more than " + MOST_SEGMENTS + " marker segments before the first scan");
    }

    private void readFrame(int marker, ByteReader in, FrameShape shape) throws DamagedFrameException {
        if (frameMarker != 0) {
            throw new DamagedFrameException("two frame headers in one codestream");
        }
        frameMarker = marker;
        precision = in.u8();
        int rows = in.u16();
        int columns = in.u16();
        int components = in.u8();
        new CodedSize(rows, columns, precision, components).mustFit(shape);
        componentId = in.u8();
        in.u8(); // sampling factors: nothing to interleave with one component
        quantizationTable = in.u8();
    }

    private void readHuffman(ByteReader in) throws DamagedFrameException {
        while (in.left() > 0) {
            int which = in.u8();
            if ((which & 0xf) >= TABLES || which >> 4 > 1) {
                throw new DamagedFrameException("Huffman table " + which);
            }
            (which >> 4 == 0 ? dc : ac)[which & 0xf] = JpegHuffmanTable.read(in);
        }
    }

    private void readQuantization(ByteReader in) throws DamagedFrameException {
        while (in.left() > 0) {
            int which = in.u8();
            if ((which & 0xf) >= TABLES || which >> 4 > 1) {
                throw new DamagedFrameException("quantization table " + which);
            }
            int[] table = new int[BLOCK];
            for (int n = 0; n < BLOCK; n++) {
                table[n] = which >> 4 == 0 ? in.u8() : in.u16();
            }
            quantization[which & 0xf] = table;
        }
    }

    private void readScan(ByteReader in) throws DamagedFrameException {
        if (frameMarker == 0) {
            throw new DamagedFrameException("a scan before the frame header");
        }
        int components = in.u8();
        int id = in.u8();
        if (components != 1 || id != componentId) {
            throw new DamagedFrameException("a scan of " + components + " components, the first of them " + id);
        }
        int tables = in.u8();
        dcTable = tables >> 4;
        acTable = tables & 0xf;
        spectralStart = in.u8();
        spectralEnd = in.u8();
        successive = in.u8();
    }

    /// The marker of the frame header: `C0`, `C1` or `C3`.
    int frameMarker() {
        return frameMarker;
    }

    int precision() {
        return precision;
    }

    /// Units (samples or blocks) between restart markers; 0 for none.
    int restartInterval() {
        return restartInterval;
    }

    /// First coefficient of the scan, or the predictor of lossless frames.
    int spectralStart() {
        return spectralStart;
    }

    int spectralEnd() {
        return spectralEnd;
    }

    /// Bits that lossless frames leave out at the lower end of each sample.
    int pointTransform() {
        return successive & 0xf;
    }

    int successiveHigh() {
        return successive >> 4;
    }

    /// Index of the first coded byte.
    int dataStart() {
        return dataStart;
    }

    JpegHuffmanTable dcHuffman() throws DamagedFrameException {
        return present(dc, dcTable);
    }

    JpegHuffmanTable acHuffman() throws DamagedFrameException {
        return present(ac, acTable);
    }

    private static JpegHuffmanTable present(@Nullable JpegHuffmanTable[] tables, int which) throws DamagedFrameException {
        JpegHuffmanTable table = which < TABLES ? tables[which] : null;
        if (table == null) {
            throw new DamagedFrameException("a scan with Huffman table " + which + ", which is not given");
        }
        return table;
    }

    /// Sixty-four step sizes in zigzag order.
    int[] quantizationSteps() throws DamagedFrameException {
        int[] table = quantizationTable < TABLES ? quantization[quantizationTable] : null;
        if (table == null) {
            throw new DamagedFrameException("a frame with quantization table " + quantizationTable + ", which is not given");
        }
        return table;
    }
}
