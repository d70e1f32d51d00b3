package org.trabecula.dicom.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.dataset.DicomFile;

/// The fragments of encapsulated pixel data (PS3.5 A.4): where each lies, and what the basic offset table says.
///
/// Fragments are found by their lengths alone; their bytes may look like anything, delimiters included.
///
/// @param offsets   of each fragment's first byte, in the bytes of [DicomFile#open(long)]
/// @param lengths   of each fragment
/// @param table     the basic offset table: where each frame's first item begins, counted from the first fragment's item
/// @param delimited whether the sequence ends as it should
record Fragments(long[] offsets, long[] lengths, long[] table, boolean delimited) {
    private static final int ITEM_HEADER_BYTES = 8;
    private static final long ITEM = 0xE000_FFFEL;
    private static final long SEQUENCE_END = 0xE0DD_FFFEL;
    private static final int MOST = 1 << 20;

    /// @throws DamagedFrameException if no fragment stands where one should, or one reaches beyond the file
    static Fragments of(DicomFile file, long offset) throws IOException {
        List<long[]> found = new ArrayList<>();
        boolean delimited = false;
        long[] table = {};
        try (InputStream in = file.open(offset)) {
            long at = offset;
            long left = file.bytesFrom(offset);
            boolean first = true;
            while (left >= ITEM_HEADER_BYTES) {
                long tag = u32(in);
                long length = u32(in);
                at += ITEM_HEADER_BYTES;
                left -= ITEM_HEADER_BYTES;
                if (tag == SEQUENCE_END) {
                    delimited = true;
                    break;
                }
                if (tag != ITEM) {
                    throw new DamagedFrameException("no fragment where one should begin, at byte " + (at - ITEM_HEADER_BYTES));
                }
                if (length > left) {
                    throw new DamagedFrameException("fragment " + (first ? 0 : found.size() + 1) + " is " + length + " bytes long, and "
                            + left + " are left in the file");
                }
                if (first) {
                    table = table(in, length);
                } else {
                    in.skipNBytes(length);
                    found.add(new long[] {at, length});
                }
                first = false;
                at += length;
                left -= length;
                if (found.size() > MOST) {
                    throw new DamagedFrameException("more than " + MOST + " fragments");
                }
            }
        } catch (EOFException e) {
            throw new DamagedFrameException("the data end inside a fragment", e);
        }
        return new Fragments(
                found.stream().mapToLong(one -> one[0]).toArray(), found.stream().mapToLong(one -> one[1]).toArray(), table, delimited);
    }

    private static long[] table(InputStream in, long length) throws IOException {
        if (length % 4 != 0 || length > 4L * MOST) {
            throw new DamagedFrameException("an offset table of " + length + " bytes");
        }
        long[] table = new long[(int) (length / 4)];
        for (int n = 0; n < table.length; n++) {
            table[n] = u32(in);
        }
        return table;
    }

    int count() {
        return offsets.length;
    }

    /// The fragment whose item header begins `position` bytes after the first one; -1 if none does.
    int beginningAt(long position) {
        for (int n = 0; n < offsets.length; n++) {
            if (offsets[n] - offsets[0] == position) {
                return n;
            }
        }
        return -1;
    }

    private static long u32(InputStream in) throws IOException {
        byte[] four = in.readNBytes(4);
        if (four.length < 4) {
            throw new EOFException("4 bytes wanted, " + four.length + " came");
        }
        return (four[0] & 0xffL) | (four[1] & 0xffL) << 8 | (four[2] & 0xffL) << 16 | (four[3] & 0xffL) << 24;
    }
}
