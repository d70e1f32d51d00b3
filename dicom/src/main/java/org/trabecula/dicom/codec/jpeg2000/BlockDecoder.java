package org.trabecula.dicom.codec.jpeg2000;

import static org.trabecula.dicom.codec.jpeg2000.BlockContexts.BELOW;
import static org.trabecula.dicom.codec.jpeg2000.BlockContexts.NEIGHBOURS;
import static org.trabecula.dicom.codec.jpeg2000.BlockContexts.REFINED;
import static org.trabecula.dicom.codec.jpeg2000.BlockContexts.SIGNIFICANT;
import static org.trabecula.dicom.codec.jpeg2000.BlockContexts.VISITED;

import java.util.Arrays;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Decodes the coefficients of code blocks, bit plane by bit plane in three passes (ITU-T T.800, annex D).
///
/// Magnitudes carry one bit of fraction: half of the interval that is left after the last plane decoded.
final class BlockDecoder {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE = 4;
    static final int CAUSAL = 8;
    private static final int SYMBOLS = 0x20;
    private static final int STRIPE = 4;
    private static final int CONTEXT = 0x7f;

    private final MqDecoder mq = new MqDecoder();
    private final BareBits bare = new BareBits();
    private final int style;
    private int[] values = new int[0];
    private int[] states = new int[0];
    private byte[] codeword = new byte[0];
    private int width;
    private int height;
    private int stride;
    private byte[] significance = BlockContexts.significance(false, false);

    BlockDecoder(int style) {
        this.style = style;
    }

    /// Decodes one block; the array is valid until the next call, row by row, twice the coefficients.
    ///
    /// Allocates once as much as the largest block needs, 4096 coefficients at most.
    int[] decode(CodeBlock block, CodedBand band, byte[] packets) throws DamagedFrameException {
        prepare(block, band);
        mq.reset();
        int plane = block.planes;
        int pass = 2; // the first plane has a clean-up pass only
        for (CodeBlock.Segment segment : block.segments) {
            boolean raw = isBare(block, plane, pass);
            load(segment, packets);
            if (raw) {
                bare.start(codeword);
            } else {
                mq.start(codeword);
            }
            for (int n = 0; n < segment.passes; n++) {
                int one = 1 << plane;
                switch (pass) {
                    case 0 -> significancePass(one, raw);
                    case 1 -> refinementPass(one, raw);
                    default -> cleanUpPass(one);
                }
                if ((style & RESET) != 0) {
                    mq.reset();
                }
                if (++pass == 3) {
                    pass = 0;
                    plane--;
                }
            }
        }
        return values;
    }

    private boolean isBare(CodeBlock block, int plane, int pass) {
        return (style & BYPASS) != 0 && pass < 2 && plane <= block.planes - 4;
    }

    private void prepare(CodeBlock block, CodedBand band) {
        width = block.width;
        height = block.height;
        stride = width + 2;
        significance = BlockContexts.significance(band.highX(), band.highY());
        if (values.length < width * height) {
            values = new int[width * height];
        }
        if (states.length < stride * (height + 2)) {
            states = new int[stride * (height + 2)];
        }
        Arrays.fill(values, 0, width * height, 0);
        Arrays.fill(states, 0, stride * (height + 2), 0);
    }

    private void load(CodeBlock.Segment segment, byte[] packets) {
        if (codeword.length < segment.length + 2) {
            codeword = new byte[Math.max(segment.length + 2, 2 * codeword.length)];
        }
        segment.copy(packets, codeword);
        codeword[segment.length] = -1;
        codeword[segment.length + 1] = -1;
    }

    /// What is known of a neighbour below a stripe does not count where blocks are causal.
    private int visible(int state, int rowInStripe) {
        return (style & CAUSAL) != 0 && rowInStripe == STRIPE - 1 ? state & ~BELOW : state;
    }

    private void significancePass(int one, boolean raw) {
        for (int top = 0; top < height; top += STRIPE) {
            int rows = Math.min(STRIPE, height - top);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                for (int y = 0; y < rows; y++, at += stride) {
                    int state = visible(states[at], y);
                    if ((state & NEIGHBOURS) != 0 && (state & SIGNIFICANT) == 0) {
                        if ((raw ? bare.bit() : mq.decode(significance[state & NEIGHBOURS])) == 1) {
                            becomeSignificant(at, (top + y) * width + x, one, raw ? bare.bit() == 1 : isNegative(state));
                        }
                        states[at] |= VISITED;
                    }
                }
            }
        }
    }

    private void refinementPass(int one, boolean raw) {
        int half = one >> 1;
        for (int top = 0; top < height; top += STRIPE) {
            int rows = Math.min(STRIPE, height - top);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                for (int y = 0; y < rows; y++, at += stride) {
                    int state = visible(states[at], y);
                    if ((state & (SIGNIFICANT | VISITED)) == SIGNIFICANT) {
                        int context = (state & REFINED) != 0 ? 16 : (state & NEIGHBOURS) != 0 ? 15 : 14;
                        boolean more = (raw ? bare.bit() : mq.decode(context)) == 1;
                        int index = (top + y) * width + x;
                        values[index] += more == values[index] >= 0 ? half : -half;
                        states[at] |= REFINED;
                    }
                }
            }
        }
    }

    private void cleanUpPass(int one) throws DamagedFrameException {
        for (int top = 0; top < height; top += STRIPE) {
            int rows = Math.min(STRIPE, height - top);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                int y = 0;
                boolean found = false;
                if (rows == STRIPE && isQuiet(at)) {
                    if (mq.decode(MqDecoder.RUN_LENGTH) == 0) {
                        continue;
                    }
                    y = mq.decode(MqDecoder.UNIFORM) << 1;
                    y |= mq.decode(MqDecoder.UNIFORM);
                    at += y * stride;
                    found = true;
                }
                for (; y < rows; y++, at += stride) {
                    int state = visible(states[at], y);
                    if ((state & (SIGNIFICANT | VISITED)) == 0
                            && (found || mq.decode(significance[state & NEIGHBOURS]) == 1)) {
                        becomeSignificant(at, (top + y) * width + x, one, isNegative(state));
                    }
                    found = false;
                    states[at] &= ~VISITED;
                }
            }
        }
        if ((style & SYMBOLS) != 0) {
            int symbol = 0;
            for (int n = 0; n < 4; n++) {
                symbol = symbol << 1 | mq.decode(MqDecoder.UNIFORM);
            }
            if (symbol != 0xa) {
                throw new DamagedFrameException("a JPEG 2000 code block whose segmentation symbol is " + symbol);
            }
        }
    }

    /// Whether nothing is significant in and around four coefficients of a column.
    private boolean isQuiet(int at) {
        int all = states[at] | states[at + stride] | states[at + 2 * stride] | visible(states[at + 3 * stride], STRIPE - 1);
        return (all & (SIGNIFICANT | VISITED | NEIGHBOURS)) == 0;
    }

    private boolean isNegative(int state) {
        int context = BlockContexts.sign(state);
        return mq.decode(context & CONTEXT) == 1 != context < 0;
    }

    private void becomeSignificant(int at, int index, int one, boolean negative) {
        int magnitude = one | one >> 1;
        values[index] = negative ? -magnitude : magnitude;
        states[at] |= SIGNIFICANT;
        states[at - stride - 1] |= BlockContexts.SOUTH_EAST;
        states[at - stride] |= BlockContexts.SOUTH | (negative ? BlockContexts.SOUTH_NEGATIVE : 0);
        states[at - stride + 1] |= BlockContexts.SOUTH_WEST;
        states[at - 1] |= BlockContexts.EAST | (negative ? BlockContexts.EAST_NEGATIVE : 0);
        states[at + 1] |= BlockContexts.WEST | (negative ? BlockContexts.WEST_NEGATIVE : 0);
        states[at + stride - 1] |= BlockContexts.NORTH_EAST;
        states[at + stride] |= BlockContexts.NORTH | (negative ? BlockContexts.NORTH_NEGATIVE : 0);
        states[at + stride + 1] |= BlockContexts.NORTH_WEST;
    }
}
