package org.trabecula.dicom.codec.jpeg;

import org.trabecula.dicom.pixel.DamagedFrameException;
import org.trabecula.dicom.pixel.FrameShape;

/// Decodes the scan of a lossless frame (ITU-T T.81, annex H; process 14): each sample is a prediction from its neighbours
/// plus a coded difference, modulo 2¹⁶.
final class LosslessScan {
    private static final int LARGEST_DIFFERENCE = 16;

    private LosslessScan() {}

    /// Allocates one `int` per sample.
    static int[] decode(byte[] codestream, JpegHeader header, FrameShape shape) throws DamagedFrameException {
        int predictor = header.spectralStart();
        int shift = header.pointTransform();
        int precision = header.precision();
        if (predictor < 1 || predictor > 7) {
            throw new DamagedFrameException("JPEG lossless predictor " + predictor + ", which is not one of 1 to 7");
        }
        if (precision < 2 || precision > 16 || shift >= precision) {
            throw new DamagedFrameException("JPEG lossless samples of " + precision + " bits, " + shift + " of them left out");
        }
        int columns = shape.columns();
        int interval = header.restartInterval();
        if (interval % columns != 0) {
            throw new DamagedFrameException("restarts every " + interval + " samples, which is inside a row of " + columns);
        }
        int rowsBetween = interval == 0 ? Integer.MAX_VALUE : interval / columns;
        JpegHuffmanTable table = header.dcHuffman();
        EntropyBits bits = new EntropyBits(codestream, header.dataStart());
        int[] samples = new int[shape.samples()];
        int start = 1 << precision - shift - 1;
        for (int row = 0; row < shape.rows(); row++) {
            boolean first = row % rowsBetween == 0;
            if (first && row > 0) {
                bits.restart((row / rowsBetween - 1) & 7);
            }
            int at = row * columns;
            if (first) {
                decodeFirstRow(bits, table, samples, at, columns, start);
            } else {
                decodeRow(bits, table, samples, at, columns, predictor);
            }
        }
        bits.mustBeAtEnd();
        if (shift > 0) {
            for (int n = 0; n < samples.length; n++) {
                samples[n] = samples[n] << shift & 0xffff;
            }
        }
        return samples;
    }

    /// The first row, and that after a restart, is predicted from the left only.
    private static void decodeFirstRow(
            EntropyBits bits, JpegHuffmanTable table, int[] samples, int at, int columns, int start) throws DamagedFrameException {
        int left = start;
        for (int n = at; n < at + columns; n++) {
            left = left + difference(bits, table) & 0xffff;
            samples[n] = left;
        }
    }

    private static void decodeRow(
            EntropyBits bits, JpegHuffmanTable table, int[] samples, int at, int columns, int predictor)
            throws DamagedFrameException {
        int left = samples[at - columns] + difference(bits, table) & 0xffff;
        samples[at] = left;
        for (int n = at + 1; n < at + columns; n++) {
            int above = samples[n - columns];
            int aboveLeft = samples[n - columns - 1];
            int predicted = switch (predictor) {
                case 1 -> left;
                case 2 -> above;
                case 3 -> aboveLeft;
                case 4 -> left + above - aboveLeft;
                case 5 -> left + (above - aboveLeft >> 1);
                case 6 -> above + (left - aboveLeft >> 1);
                default -> left + above >> 1;
            };
            left = predicted + difference(bits, table) & 0xffff;
            samples[n] = left;
        }
    }

    private static int difference(EntropyBits bits, JpegHuffmanTable table) throws DamagedFrameException {
        int size = table.decode(bits);
        if (size >= LARGEST_DIFFERENCE) {
            if (size > LARGEST_DIFFERENCE) {
                throw new DamagedFrameException("a difference of " + size + " bits");
            }
            return 32_768; // no bits follow: one value only has this size
        }
        return JpegHuffmanTable.difference(bits, size);
    }
}
