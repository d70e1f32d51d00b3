package org.trabecula.dicom.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.Tag;

/// Which fragments make up which frame.
///
/// One frame takes them all; as many fragments as frames go one by one; else an offset table tells, the basic one or the
/// extended one; and without a table each fragment that begins a codestream begins a frame.
///
/// @param fragments of the pixel data
/// @param first     the first fragment of each frame, and behind the last frame their number
record FrameRanges(Fragments fragments, int[] first) {
    private static final int SIGNATURE_BYTES = 12;

    /// @throws DamagedFrameException if fragments and frames do not fit
    static FrameRanges of(DicomFile file, long offset, int frames) throws IOException {
        Fragments fragments = Fragments.of(file, offset);
        int count = fragments.count();
        if (count == 0) {
            throw new DamagedFrameException("no fragments");
        }
        int[] first = new int[frames + 1];
        first[frames] = count;
        if (frames == 1) {
            return new FrameRanges(fragments, first);
        }
        if (count < frames) {
            throw new DamagedFrameException(count + " fragments for " + frames + " frames");
        }
        if (count == frames) {
            for (int frame = 0; frame < frames; frame++) {
                first[frame] = frame;
            }
            return new FrameRanges(fragments, first);
        }
        long[] table = fragments.table().length > 0 ? fragments.table() : file.data().longs(Tag.EXTENDED_OFFSET_TABLE);
        int[] begins = table.length == 0 ? signed(file, fragments) : tabled(fragments, table);
        if (begins.length != frames || begins[0] != 0) {
            throw new DamagedFrameException(
                    count + " fragments, in which " + begins.length + " frames begin, for " + frames + " frames");
        }
        System.arraycopy(begins, 0, first, 0, frames);
        return new FrameRanges(fragments, first);
    }

    private static int[] tabled(Fragments fragments, long[] table) throws DamagedFrameException {
        int[] begins = new int[table.length];
        for (int frame = 0; frame < table.length; frame++) {
            begins[frame] = fragments.beginningAt(table[frame]);
            if (begins[frame] < 0 || (frame > 0 && begins[frame] <= begins[frame - 1])) {
                throw new DamagedFrameException("an offset table that points beside the fragments: " + table[frame] + " for frame " + (frame + 1));
            }
        }
        return begins;
    }

    /// Fragments that begin as a codestream does: JPEG and JPEG-LS (FF D8), JPEG 2000 (FF 4F FF 51), or a JP2 file.
    private static int[] signed(DicomFile file, Fragments fragments) throws IOException {
        List<Integer> begins = new ArrayList<>();
        for (int n = 0; n < fragments.count(); n++) {
            try (InputStream in = file.open(fragments.offsets()[n])) {
                byte[] head = in.readNBytes((int) Math.min(SIGNATURE_BYTES, fragments.lengths()[n]));
                if (begins(head, 0xff, 0xd8, 0xff) || begins(head, 0xff, 0x4f, 0xff, 0x51)
                        || begins(head, 0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20)) {
                    begins.add(n);
                }
            }
        }
        return begins.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean begins(byte[] head, int... signature) {
        return head.length >= signature.length
                && Arrays.equals(
                        Arrays.copyOf(head, signature.length), toBytes(signature));
    }

    private static byte[] toBytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[n] = (byte) values[n];
        }
        return bytes;
    }

    /// The codestream of a frame, its fragments joined.
    byte[] read(DicomFile file, int frame) throws IOException {
        long total = 0;
        for (int n = first[frame]; n < first[frame + 1]; n++) {
            total += fragments.lengths()[n];
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new DamagedFrameException(total + " bytes in one frame");
        }
        byte[] joined = new byte[(int) total];
        int at = 0;
        for (int n = first[frame]; n < first[frame + 1]; n++) {
            try (InputStream in = file.open(fragments.offsets()[n])) {
                int length = (int) fragments.lengths()[n];
                if (in.readNBytes(joined, at, length) < length) {
                    throw new DamagedFrameException("the data end inside fragment " + (n + 1));
                }
                at += length;
            }
        }
        return joined;
    }
}
