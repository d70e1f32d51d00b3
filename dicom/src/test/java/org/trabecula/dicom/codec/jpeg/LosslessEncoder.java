package org.trabecula.dicom.codec.jpeg;

import java.io.ByteArrayOutputStream;

/// Writes lossless JPEG frames for tests, straight from ITU-T T.81, annex H: one Huffman table, whose codes are all five bits long.
final class LosslessEncoder {
    private static final int SIZES = 17;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long held;
    private int count;

    private LosslessEncoder() {}

    /// @param rowsBetween rows between restart markers, 0 for none
    /// @param shift       bits left out at the lower end
    static byte[] encode(int[] samples, int columns, int precision, int predictor, int rowsBetween, int shift) {
        LosslessEncoder e = new LosslessEncoder();
        int rows = samples.length / columns;
        e.write(0xff, 0xd8, 0xff, 0xc3, 0, 11, precision, rows >> 8, rows & 0xff, columns >> 8, columns & 0xff, 1, 7, 0x11, 0);
        e.write(0xff, 0xc4, 0, 19 + SIZES, 0, 0, 0, 0, 0, SIZES, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (int size = 0; size < SIZES; size++) {
            e.write(size);
        }
        int interval = rowsBetween * columns;
        e.write(0xff, 0xdd, 0, 4, interval >> 8, interval & 0xff);
        e.write(0xff, 0xda, 0, 8, 1, 7, 0, predictor, 0, shift);
        for (int y = 0; y < rows; y++) {
            boolean first = rowsBetween == 0 ? y == 0 : y % rowsBetween == 0;
            if (first && y > 0) {
                e.align();
                e.write(0xff, 0xd0 + (y / rowsBetween - 1 & 7));
            }
            for (int x = 0; x < columns; x++) {
                int at = y * columns + x;
                int predicted;
                if (first) {
                    predicted = x == 0 ? 1 << precision - shift - 1 : samples[at - 1] >> shift;
                } else if (x == 0) {
                    predicted = samples[at - columns] >> shift;
                } else {
                    predicted = predict(predictor, samples[at - 1] >> shift, samples[at - columns] >> shift,
                            samples[at - columns - 1] >> shift);
                }
                e.difference((samples[at] >> shift) - predicted);
            }
        }
        e.align();
        e.write(0xff, 0xd9);
        return e.out.toByteArray();
    }

    private static int predict(int predictor, int a, int b, int c) {
        return switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + Math.floorDiv(b - c, 2);
            case 6 -> b + Math.floorDiv(a - c, 2);
            default -> Math.floorDiv(a + b, 2);
        };
    }

    private void difference(int exact) {
        int d = (short) exact == -32_768 ? 32_768 : (short) exact;
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(d));
        bits(size, 5);
        if (size < 16) {
            bits(d < 0 ? d - 1 & (1 << size) - 1 : d, size);
        }
    }

    private void bits(int value, int width) {
        held = held << width | value;
        count += width;
        while (count >= 8) {
            count -= 8;
            int b = (int) (held >> count) & 0xff;
            write(b);
            if (b == 0xff) {
                write(0);
            }
        }
    }

    private void align() {
        int left = (8 - count) % 8;
        bits((1 << left) - 1, left);
    }

    private void write(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
