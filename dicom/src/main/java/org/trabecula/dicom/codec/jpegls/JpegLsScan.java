package org.trabecula.dicom.codec.jpegls;

import java.util.Arrays;
import org.trabecula.dicom.pixel.DamagedFrameException;

/// Decodes the samples of a JPEG-LS scan (ITU-T T.87, annex A; the letters are the standard's).
///
/// A sample's neighbours are a (left), b (above), c (above left) and d (above right). Their differences choose one of 365
/// contexts, which knows how large errors were (A, N) and where the prediction missed (B, C). Where the neighbours are equal, runs
/// of the left value are coded.
final class JpegLsScan {
    private static final int CONTEXTS = 365;
    private static final int LARGEST_K = 16;
    /// Run lengths 2^J by run index (T.87, A.2.1).
    private static final int[] J = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private final GolombBits bits;
    private final JpegLsParameters p;
    private final int range;
    private final int step;
    private final int limit;
    private final int differenceBits;
    private final int wrap;
    private final byte[] quantized;
    private final int[] a = new int[CONTEXTS + 2];
    private final int[] b = new int[CONTEXTS];
    private final int[] c = new int[CONTEXTS];
    private final int[] n = new int[CONTEXTS + 2];
    private final int[] negative = new int[2];
    private int runIndex;

    /// Allocates two bytes per possible sample value, at most 128 KiB.
    JpegLsScan(GolombBits bits, JpegLsParameters parameters) {
        this.bits = bits;
        this.p = parameters;
        range = parameters.range();
        step = parameters.step();
        limit = parameters.limit();
        differenceBits = parameters.differenceBits();
        wrap = range * step;
        Arrays.fill(a, Math.max(2, (range + 32) / 64));
        Arrays.fill(n, 1);
        quantized = quantized(parameters);
    }

    /// The level of each difference from `-largest` to `largest`: 0 up to `near`, then 1, 2, 3 below the thresholds and 4 from the last on, with
    /// its sign. Filled range by range: of each frame it is made anew, and 131,071 differences are half as many as a frame has samples.
    private static byte[] quantized(JpegLsParameters p) {
        int zero = p.largest();
        byte[] levels = new byte[2 * zero + 1];
        int[] ends = {p.t1(), p.t2(), p.t3(), zero + 1};
        int from = p.near() + 1;
        for (int level = 1; level <= ends.length; level++) { // the thresholds rise, or the codestream was refused
            int end = ends[level - 1];
            Arrays.fill(levels, zero + from, zero + end, (byte) level);
            Arrays.fill(levels, zero - end + 1, zero - from + 1, (byte) -level);
            from = end;
        }
        return levels;
    }

    /// Decodes all rows into `samples`.
    void decode(int[] samples, int rows, int columns) throws DamagedFrameException {
        int[] above = new int[columns + 2]; // one more on each side: c of the first, d of the last sample
        int[] row = new int[columns + 2];
        for (int y = 0; y < rows; y++) {
            above[columns + 1] = above[columns];
            row[0] = above[1];
            decodeRow(above, row, columns);
            System.arraycopy(row, 1, samples, y * columns, columns);
            int[] done = row;
            row = above;
            above = done;
        }
        bits.mustBeAtEnd();
    }

    private void decodeRow(int[] above, int[] row, int columns) throws DamagedFrameException {
        int largest = p.largest();
        int x = 1;
        while (x <= columns) {
            int ra = row[x - 1];
            int rb = above[x];
            int rc = above[x - 1];
            int q = (quantized[above[x + 1] - rb + largest] * 9 + quantized[rb - rc + largest]) * 9 + quantized[rc - ra + largest];
            if (q == 0) {
                x = decodeRun(above, row, x, columns);
            } else {
                row[x] = decodeSample(ra, rb, rc, q);
                x++;
            }
        }
    }

    private int decodeSample(int ra, int rb, int rc, int signedContext) throws DamagedFrameException {
        int sign = signedContext < 0 ? -1 : 1;
        int q = Math.abs(signedContext);
        int predicted;
        if (rc >= Math.max(ra, rb)) {
            predicted = Math.min(ra, rb);
        } else if (rc <= Math.min(ra, rb)) {
            predicted = Math.max(ra, rb);
        } else {
            predicted = ra + rb - rc;
        }
        int corrected = predicted + sign * c[q];
        predicted = Math.clamp(corrected, 0, p.largest());
        int k = golombParameter(n[q], a[q]);
        int mapped = code(k, limit);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped >> 1) - 1;
        if (p.near() == 0 && k == 0 && 2 * b[q] <= -n[q]) {
            error = -error - 1; // the likelier sign has the shorter code
        }
        update(q, error);
        return reconstructed(predicted + sign * error * step);
    }

    private void update(int q, int error) {
        b[q] += error * step;
        a[q] += Math.abs(error);
        if (n[q] == p.reset()) {
            a[q] >>= 1;
            b[q] >>= 1;
            n[q] >>= 1;
        }
        n[q]++;
        if (b[q] <= -n[q]) {
            b[q] = Math.max(b[q] + n[q], 1 - n[q]);
            c[q] = Math.max(c[q] - 1, -128);
        } else if (b[q] > 0) {
            b[q] = Math.min(b[q] - n[q], 0);
            c[q] = Math.min(c[q] + 1, 127);
        }
    }

    /// Decodes a run that begins at `x`, and the sample that ends it; returns where the next sample stands.
    private int decodeRun(int[] above, int[] row, int x, int columns) throws DamagedFrameException {
        int value = row[x - 1];
        int at = x;
        while (bits.bit() == 1) {
            int whole = 1 << J[runIndex];
            int length = Math.min(whole, columns + 1 - at);
            java.util.Arrays.fill(row, at, at + length, value);
            at += length;
            if (length == whole && runIndex < J.length - 1) {
                runIndex++;
            }
            if (at > columns) {
                return at;
            }
        }
        int rest = bits.read(J[runIndex]);
        if (rest > columns - at) {
            throw new DamagedFrameException("a run of samples beyond the end of its row");
        }
        java.util.Arrays.fill(row, at, at + rest, value);
        at += rest;
        row[at] = decodeInterruption(value, above[at]);
        if (runIndex > 0) {
            runIndex--;
        }
        return at + 1;
    }

    private int decodeInterruption(int ra, int rb) throws DamagedFrameException {
        int type = Math.abs(ra - rb) <= p.near() ? 1 : 0;
        int q = CONTEXTS + type;
        int k = golombParameter(n[q], type == 0 ? a[q] : a[q] + (n[q] >> 1));
        int mapped = code(k, limit - J[runIndex] - 1);
        int folded = mapped + type;
        boolean odd = (folded & 1) == 1;
        int size = folded + 1 >> 1;
        int error = (k != 0 || 2 * negative[type] >= n[q]) == odd ? -size : size;
        if (error < 0) {
            negative[type]++;
        }
        a[q] += mapped + 1 - type >> 1;
        if (n[q] == p.reset()) {
            a[q] >>= 1;
            n[q] >>= 1;
            negative[type] >>= 1;
        }
        n[q]++;
        if (type == 1) {
            return reconstructed(ra + error * step);
        }
        return reconstructed(rb + (ra > rb ? -error : error) * step);
    }

    private int golombParameter(int count, int size) throws DamagedFrameException {
        int k = 0;
        while (count << k < size) {
            k++;
            if (k > LARGEST_K) {
                throw new DamagedFrameException("coded differences that grow beyond all samples");
            }
        }
        return k;
    }

    /// A Golomb code of parameter `k`, cut off at `longest` bits (T.87, A.5.3).
    private int code(int k, int longest) throws DamagedFrameException {
        int most = longest - differenceBits - 1;
        int zeros = bits.zeros(most);
        return zeros < most ? (zeros << k) + bits.read(k) : bits.read(differenceBits) + 1;
    }

    /// Brings a predicted sample plus its error back into the range of samples.
    private int reconstructed(int value) throws DamagedFrameException {
        int inRange = value;
        if (value < -p.near()) {
            inRange = value + wrap;
        } else if (value > p.largest() + p.near()) {
            inRange = value - wrap;
        }
        if (inRange < -p.near() || inRange > p.largest() + p.near()) {
            throw new DamagedFrameException("a difference larger than that of any two samples");
        }
        return Math.clamp(inRange, 0, p.largest());
    }
}
