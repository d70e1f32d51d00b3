package org.trabecula.image.nrrd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.trabecula.image.stored.DamagedDataException;

/// Decompresses bzip2: Huffman codes, move-to-front, inverse Burrows–Wheeler transform, run lengths; checksums compared.
///
/// Holds one block: `int[900 000]` at most. Follows the public description of the format (bzip2 1.0 manual; J. Tsai,
/// "bzip2 format specification", 2016). Several streams in a row are one.
final class Bzip2InputStream extends InputStream {
    private static final long BLOCK_MAGIC = 0x314159265359L;
    private static final long END_MAGIC = 0x177245385090L;
    private static final int BLOCK_UNIT = 100_000;
    private static final int GROUP = 50;
    private static final int LONGEST_CODE = 20;
    private static final int RUN_A = 0;
    private static final int RUN_B = 1;

    private final BitInput bits;
    private int blockLimit;
    private int[] next = new int[0];
    private boolean ended;

    // the block being given out
    private int left;
    private int position;
    private int sameBytes;
    private int lastByte = -1;
    private int repeats;
    private int blockCrc;
    private int expectedCrc;
    private int streamCrc;

    Bzip2InputStream(InputStream in) throws IOException {
        bits = new BitInput(new BufferedInputStream(in, 1 << 16));
        startStream(bits.read(8));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (repeats > 0) {
                repeats--;
                into[from + done++] = emit(lastByte);
            } else if (left > 0) {
                position = next[position];
                int value = position & 0xff;
                position >>>= 8;
                left--;
                if (sameBytes == 4) { // the byte after four equal ones counts further repeats
                    repeats = value;
                    sameBytes = 0;
                } else {
                    sameBytes = value == lastByte && sameBytes > 0 ? sameBytes + 1 : 1;
                    lastByte = value;
                    into[from + done++] = emit(value);
                }
            } else if (!nextBlock()) {
                return done == 0 && length > 0 ? -1 : done;
            }
        }
        return done;
    }

    private byte emit(int value) {
        blockCrc = blockCrc << 8 ^ Crc.TABLE[blockCrc >>> 24 ^ value];
        return (byte) value;
    }

    private void startStream(int firstByte) throws IOException {
        if (firstByte != 'B' || bits.read(8) != 'Z' || bits.read(8) != 'h') {
            throw new DamagedDataException("no bzip2 stream where one should begin");
        }
        int level = bits.read(8) - '0';
        if (level < 1 || level > 9) {
            throw new DamagedDataException("bzip2 block size " + level);
        }
        blockLimit = level * BLOCK_UNIT;
        streamCrc = 0;
    }

    /// Closes the block before and decodes the next one; false at the end of the last stream.
    private boolean nextBlock() throws IOException {
        closeBlock();
        while (!ended) {
            long magic = (long) bits.read(24) << 24 | bits.read(24);
            if (magic == BLOCK_MAGIC) {
                decodeBlock();
                return true;
            }
            if (magic != END_MAGIC) {
                throw new DamagedDataException("no bzip2 block where one should begin");
            }
            if (bits.read32() != streamCrc) {
                throw new DamagedDataException("the bzip2 checksum of the stream differs");
            }
            bits.alignToByte();
            int more = bits.readByteOrEnd();
            ended = more < 0;
            if (!ended) {
                startStream(more);
            }
        }
        return false;
    }

    private void closeBlock() throws IOException {
        if (lastByte < 0) {
            return;
        }
        if (~blockCrc != expectedCrc) {
            throw new DamagedDataException("the bzip2 checksum of a block differs");
        }
        streamCrc = (streamCrc << 1 | streamCrc >>> 31) ^ expectedCrc;
        lastByte = -1;
    }

    private void decodeBlock() throws IOException {
        expectedCrc = bits.read32();
        if (bits.read(1) != 0) {
            throw new DamagedDataException("a randomised bzip2 block (bzip2 0.9.0), which is not read");
        }
        int origin = bits.read(24);
        int[] symbols = usedBytes();
        int codes = symbols.length + 2;
        int tables = bits.read(3);
        int selectorCount = bits.read(15);
        if (tables < 2 || tables > 6 || selectorCount < 1) {
            throw new DamagedDataException("a bzip2 block with " + tables + " code tables");
        }
        byte[] selectors = selectors(tables, selectorCount);
        HuffmanCode[] huffman = new HuffmanCode[tables];
        for (int t = 0; t < tables; t++) {
            huffman[t] = new HuffmanCode(codeLengths(codes));
        }
        int length = moveToFront(symbols, codes, selectors, huffman);
        if (origin >= length) {
            throw new DamagedDataException("a bzip2 block whose origin lies outside it");
        }
        invertBurrowsWheeler(length);
        left = length;
        position = next[origin] >>> 8;
        sameBytes = 0;
        lastByte = 256; // a block has begun, and no byte equals this
        repeats = 0;
        blockCrc = -1;
    }

    private int[] usedBytes() throws IOException {
        int sixteens = bits.read(16);
        int[] used = new int[256];
        int count = 0;
        for (int high = 0; high < 16; high++) {
            if ((sixteens & 0x8000 >>> high) != 0) {
                int low = bits.read(16);
                for (int n = 0; n < 16; n++) {
                    if ((low & 0x8000 >>> n) != 0) {
                        used[count++] = high * 16 + n;
                    }
                }
            }
        }
        if (count == 0) {
            throw new DamagedDataException("a bzip2 block that uses no byte");
        }
        return Arrays.copyOf(used, count);
    }

    private byte[] selectors(int tables, int count) throws IOException {
        byte[] order = {0, 1, 2, 3, 4, 5};
        byte[] selectors = new byte[count];
        for (int n = 0; n < count; n++) {
            int place = 0;
            while (bits.read(1) == 1) {
                if (++place >= tables) {
                    throw new DamagedDataException("a bzip2 selector beyond the code tables");
                }
            }
            byte chosen = order[place];
            System.arraycopy(order, 0, order, 1, place);
            order[0] = chosen;
            selectors[n] = chosen;
        }
        return selectors;
    }

    private int[] codeLengths(int codes) throws IOException {
        int[] lengths = new int[codes];
        int length = bits.read(5);
        for (int n = 0; n < codes; n++) {
            while (length >= 1 && length <= LONGEST_CODE && bits.read(1) == 1) {
                length += bits.read(1) == 0 ? 1 : -1;
            }
            if (length < 1 || length > LONGEST_CODE) {
                throw new DamagedDataException("a bzip2 code of " + length + " bits");
            }
            lengths[n] = length;
        }
        return lengths;
    }

    /// Undoes Huffman, run-length and move-to-front coding into the low bytes of [#next]; returns the block's length.
    private int moveToFront(int[] symbols, int codes, byte[] selectors, HuffmanCode[] huffman) throws IOException {
        if (next.length < blockLimit) {
            next = new int[blockLimit];
        }
        int length = 0;
        int group = -1;
        int inGroup = 0;
        long run = 0;
        long weight = 1;
        HuffmanCode table = huffman[0];
        while (true) {
            if (inGroup == 0) {
                if (++group >= selectors.length) {
                    throw new DamagedDataException("a bzip2 block that does not end");
                }
                table = huffman[selectors[group]];
                inGroup = GROUP;
            }
            inGroup--;
            int code = table.decode(bits);
            if (code == RUN_A || code == RUN_B) { // run length in bijective base 2, lowest digit first
                run += weight << code;
                weight <<= 1;
                if (run > blockLimit) {
                    throw new DamagedDataException("a bzip2 block longer than it may be");
                }
                continue;
            }
            if (length + run + (code == codes - 1 ? 0 : 1) > blockLimit) {
                throw new DamagedDataException("a bzip2 block longer than it may be");
            }
            Arrays.fill(next, length, length + (int) run, symbols[0]);
            length += (int) run;
            run = 0;
            weight = 1;
            if (code == codes - 1) {
                return length;
            }
            int symbol = symbols[code - 1];
            System.arraycopy(symbols, 0, symbols, 1, code - 1);
            symbols[0] = symbol;
            next[length++] = symbol;
        }
    }

    /// Afterwards `next[p] >>> 8` is the place of the byte that follows the one at p.
    private void invertBurrowsWheeler(int length) {
        int[] start = new int[257];
        for (int p = 0; p < length; p++) {
            start[(next[p] & 0xff) + 1]++;
        }
        for (int value = 0; value < 256; value++) {
            start[value + 1] += start[value];
        }
        for (int p = 0; p < length; p++) {
            next[start[next[p] & 0xff]++] |= p << 8;
        }
    }

    @Override
    public void close() throws IOException {
        bits.close();
    }

    /// CRC-32 with the highest bit first, polynomial 0x04C11DB7.
    private static final class Crc {
        static final int[] TABLE = new int[256];

        static {
            for (int value = 0; value < 256; value++) {
                int crc = value << 24;
                for (int bit = 0; bit < 8; bit++) {
                    crc = crc << 1 ^ (crc < 0 ? 0x04C11DB7 : 0);
                }
                TABLE[value] = crc;
            }
        }
    }
}
