package org.trabecula.dicom.codec.jpeg;

import org.trabecula.dicom.codec.codestream.MarkerReader;
import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;

/// Decodes the scan of a baseline or extended frame (ITU-T T.81, annex F): blocks of 8 × 8 cosine coefficients, Huffman coded.
final class DctScan {
    private static final int SIDE = 8;
    private static final int BLOCK = SIDE * SIDE;
    /// Where the n-th coefficient in zigzag order belongs (T.81, figure A.6).
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55,
        62, 63
    };

    private DctScan() {}

    /// Allocates one `int` per sample and a block.
    static int[] decode(byte[] codestream, JpegHeader header, FrameShape shape) throws DamagedFrameException {
        int precision = header.precision();
        if (precision != 8 && !(precision == 12 && header.frameMarker() == 0xc1)) {
            throw new DamagedFrameException(
                    MarkerReader.nameOf(header.frameMarker()) + " with samples of " + precision + " bits");
        }
        // sequential scans always code 0 to 63; encoders are known that write 0 to 0 and code them all the same
        boolean whole = header.spectralEnd() == BLOCK - 1 || header.spectralEnd() == 0;
        if (header.spectralStart() != 0 || !whole || header.pointTransform() != 0 || header.successiveHigh() != 0) {
            throw new DamagedFrameException("a scan of coefficients " + header.spectralStart() + " to " + header.spectralEnd()
                    + ", where all 64 are coded at once");
        }
        int[] steps = header.quantizationSteps();
        JpegHuffmanTable dc = header.dcHuffman();
        JpegHuffmanTable ac = header.acHuffman();
        EntropyBits bits = new EntropyBits(codestream, header.dataStart());
        InverseCosine cosine = new InverseCosine(precision);
        int[] block = new int[BLOCK];
        int[] samples = new int[shape.samples()];
        int across = (shape.columns() + SIDE - 1) / SIDE;
        int blocks = across * ((shape.rows() + SIDE - 1) / SIDE);
        int interval = header.restartInterval();
        int predicted = 0;
        for (int n = 0; n < blocks; n++) {
            if (interval > 0 && n > 0 && n % interval == 0) {
                bits.restart((n / interval - 1) & 7);
                predicted = 0;
            }
            java.util.Arrays.fill(block, 0);
            int size = dc.decode(bits);
            if (size > 15) {
                throw new DamagedFrameException("a coefficient of " + size + " bits");
            }
            predicted += JpegHuffmanTable.difference(bits, size);
            block[0] = predicted * steps[0];
            readAlternating(bits, ac, steps, block);
            cosine.invert(block);
            store(block, samples, shape, n % across * SIDE, n / across * SIDE);
        }
        bits.mustBeAtEnd();
        return samples;
    }

    private static void readAlternating(EntropyBits bits, JpegHuffmanTable ac, int[] steps, int[] block)
            throws DamagedFrameException {
        for (int k = 1; k < BLOCK; k++) {
            int runAndSize = ac.decode(bits);
            int size = runAndSize & 0xf;
            int run = runAndSize >> 4;
            if (size == 0) {
                if (run != 15) {
                    return; // end of block
                }
                k += 15;
                continue;
            }
            k += run;
            if (k >= BLOCK) {
                throw new DamagedFrameException("a block of more than 64 coefficients");
            }
            block[ZIGZAG[k]] = JpegHuffmanTable.difference(bits, size) * steps[k];
        }
    }

    private static void store(int[] block, int[] samples, FrameShape shape, int column, int row) {
        int width = Math.min(SIDE, shape.columns() - column);
        int height = Math.min(SIDE, shape.rows() - row);
        for (int j = 0; j < height; j++) {
            System.arraycopy(block, j * SIDE, samples, (row + j) * shape.columns() + column, width);
        }
    }
}
