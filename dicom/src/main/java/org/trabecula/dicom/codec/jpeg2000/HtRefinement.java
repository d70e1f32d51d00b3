package org.trabecula.dicom.codec.jpeg2000;

import java.util.Arrays;

/// The refinement passes of the high-throughput coder (ITU-T T.814, 7.4 and 7.5): what becomes significant one bit plane further
/// down, read from the front of their bytes, and one bit more of what was significant, read from the back.
final class HtRefinement {
    private static final int STRIPE = 4;
    private static final int GROUP = 4;
    private static final byte BEFORE = 1;
    private static final byte NEW = 2;

    private final boolean causal;
    private byte[] bytes = new byte[0];
    private int end;
    private int frontAt;
    private int front;
    private int frontLeft;
    private boolean frontStuffed;
    private int backAt;
    private int back;
    private int backLeft;
    private boolean backStuffed;
    private byte[] state = new byte[0];
    private int stride;
    private int width;
    private int height;

    /// @param causal whether what is known of the stripe below does not count
    HtRefinement(boolean causal) {
        this.causal = causal;
    }

    /// Refines `values`, twice the coefficients as the cleanup pass left them.
    ///
    /// @param length  bytes of the passes at the front of `codeword`
    /// @param planes  bit planes from the cleanup pass's down, at least 2
    /// @param both    whether magnitudes are refined too
    void refine(int[] values, int columns, int rows, byte[] codeword, int length, int planes, boolean both) {
        start(values, columns, rows, codeword, length);
        int fresh = 3 << planes - 2;
        for (int top = 0; top < height; top += STRIPE) {
            for (int x = 0; x < width; x += GROUP) {
                findSignificant(x, top);
                readSigns(values, x, top, fresh);
            }
        }
        if (both) {
            refineMagnitudes(values, planes);
        }
    }

    private void start(int[] values, int columns, int rows, byte[] codeword, int length) {
        width = columns;
        height = rows;
        stride = columns + 2;
        bytes = codeword;
        end = length;
        frontAt = 0;
        front = 0;
        frontLeft = 0;
        frontStuffed = false;
        backAt = length - 1;
        back = 0;
        backLeft = 0;
        backStuffed = true;
        int cells = stride * (rows + 2);
        if (state.length < cells) {
            state = new byte[cells];
        }
        Arrays.fill(state, 0, cells, (byte) 0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                state[(y + 1) * stride + x + 1] = values[y * width + x] == 0 ? 0 : BEFORE;
            }
        }
    }

    private void findSignificant(int left, int top) {
        for (int x = left; x < Math.min(left + GROUP, width); x++) {
            for (int y = top; y < Math.min(top + STRIPE, height); y++) {
                int at = (y + 1) * stride + x + 1;
                if (state[at] == 0 && hasNeighbour(at, y - top) && frontBit() == 1) {
                    state[at] = NEW;
                }
            }
        }
    }

    private boolean hasNeighbour(int at, int rowInStripe) {
        int beside = state[at - 1] | state[at + 1];
        int above = state[at - stride - 1] | state[at - stride] | state[at - stride + 1];
        int below = state[at + stride - 1] | state[at + stride] | state[at + stride + 1];
        return (beside | above | (causal && rowInStripe == STRIPE - 1 ? 0 : below)) != 0;
    }

    private void readSigns(int[] values, int left, int top, int fresh) {
        for (int x = left; x < Math.min(left + GROUP, width); x++) {
            for (int y = top; y < Math.min(top + STRIPE, height); y++) {
                if (state[(y + 1) * stride + x + 1] == NEW) {
                    values[y * width + x] = frontBit() == 1 ? -fresh : fresh;
                }
            }
        }
    }

    private void refineMagnitudes(int[] values, int planes) {
        int half = 1 << planes - 2;
        for (int top = 0; top < height; top += STRIPE) {
            for (int x = 0; x < width; x++) {
                for (int y = top; y < Math.min(top + STRIPE, height); y++) {
                    if (state[(y + 1) * stride + x + 1] == BEFORE) {
                        int index = y * width + x;
                        boolean more = backBit() == 1;
                        values[index] += more == values[index] > 0 ? half : -half;
                    }
                }
            }
        }
    }

    /// The lowest bit first; behind a byte `FF` seven bits; zeros behind the end.
    private int frontBit() {
        if (frontLeft == 0) {
            frontLeft = frontStuffed ? 7 : 8;
            front = frontAt < end ? bytes[frontAt++] & 0xff : 0;
            frontStuffed = front == 0xff;
        }
        int bit = front & 1;
        front >>= 1;
        frontLeft--;
        return bit;
    }

    private int backBit() {
        if (backLeft == 0) {
            int next = backAt >= 0 ? bytes[backAt--] & 0xff : 0;
            backLeft = backStuffed && (next & 0x7f) == 0x7f ? 7 : 8;
            backStuffed = next > 0x8f;
            back = next;
        }
        int bit = back & 1;
        back >>= 1;
        backLeft--;
        return bit;
    }
}
