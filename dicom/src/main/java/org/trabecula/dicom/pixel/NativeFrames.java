package org.trabecula.dicom.pixel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.PixelElement;
import org.trabecula.dicom.dataset.TransferSyntax;
import org.trabecula.dicom.dataset.Vr;

/// Frames that are stored as they are.
record NativeFrames(DicomFile file, PixelElement element, PixelLayout layout) {
    /// Stays in the second-level cache between the read and the copy; even.
    private static final int PIECE_BYTES = 1 << 17;
    /// Outside the heap: into an array of Java's the system's bytes come by way of such a buffer anyway.
    private static final ThreadLocal<ByteBuffer> PIECE = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PIECE_BYTES));

    /// The stored values of one frame.
    ///
    /// @throws DamagedFrameException if the data end before
    int[] read(int frame) throws IOException {
        long firstBit = frame * layout.bitsPerFrame();
        long endBit = firstBit + layout.bitsPerFrame();
        long firstByte = firstBit / 8;
        int wanted = (int) (Math.ceilDiv(endBit, 8) - firstByte);
        int[] samples = new int[layout.shape().samples()];
        unpack(bytes(firstByte, wanted), (int) (firstBit - firstByte * 8), samples);
        return samples;
    }

    /// The cells of one frame of 16 bits allocated.
    ///
    /// @param from where they begin in `cells`
    /// @throws DamagedFrameException if the data end before
    void readWords(int frame, short[] cells, int from) throws IOException {
        long bytes = 2L * layout.shape().samples();
        int at = from;
        ByteBuffer piece = PIECE.get().order(order());
        try (ReadableByteChannel in = file.channel(element.offset() + frame * bytes)) {
            for (long left = bytes; left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE_BYTES, left));
                while (piece.hasRemaining()) {
                    if (in.read(piece) < 0) {
                        throw new DamagedFrameException("the data end " + (left - piece.position()) + " bytes early");
                    }
                }
                int words = piece.limit() / 2;
                piece.flip().asShortBuffer().get(cells, at, words);
                at += words;
            }
        }
    }

    private void unpack(byte[] bytes, int firstBit, int[] samples) {
        switch (layout.shape().bitsAllocated()) {
            case 1 -> bits(bytes, firstBit, samples);
            case 8 -> octets(bytes, samples);
            case 16 -> words(bytes, samples);
            default -> ByteBuffer.wrap(bytes).order(order()).asIntBuffer().get(samples);
        }
        layout.cellBits().take(samples);
    }

    /// Whether [#each] reads these.
    static boolean oneByOne(DicomFile file, PixelElement element, PixelLayout layout) {
        return !new NativeFrames(file, element, layout).isSwapped();
    }

    /// Every frame in one pass. Frames of single bits follow each other within a byte.
    ///
    /// @throws DamagedFrameException if the data end before
    void each(Frames.FrameVisitor visitor) throws IOException {
        int[] samples = new int[layout.shape().samples()];
        byte[] bytes = new byte[(int) (Math.ceilDiv(layout.bitsPerFrame(), 8L) + 1)];
        try (InputStream in = new BufferedInputStream(file.open(element.offset()), 1 << 16)) {
            long readBytes = 0;
            byte last = 0;
            for (int frame = 0; frame < layout.frames(); frame++) {
                long firstBit = frame * layout.bitsPerFrame();
                long firstByte = firstBit / 8;
                long endByte = Math.ceilDiv(firstBit + layout.bitsPerFrame(), 8L);
                int kept = (int) (readBytes - firstByte); // 1 where the last frame ended within a byte
                bytes[0] = last;
                int wanted = (int) (endByte - readBytes);
                int got = in.readNBytes(bytes, kept, wanted);
                if (got < wanted) {
                    throw new DamagedFrameException("the data end " + (wanted - got) + " bytes early, in frame " + (frame + 1));
                }
                readBytes = endByte;
                last = bytes[kept + wanted - 1];
                unpack(bytes, (int) (firstBit - firstByte * 8), samples);
                visitor.frame(frame, samples);
            }
        }
    }

    /// Words of 16 bits that hold two samples are swapped as words.
    private boolean isSwapped() {
        return layout.shape().bitsAllocated() <= 8 && order() == ByteOrder.BIG_ENDIAN && element.vr() == Vr.OW;
    }

    private byte[] bytes(long from, int count) throws IOException {
        boolean swapped = isSwapped(); // begin and end on a word
        long first = swapped ? from & ~1L : from;
        int length = swapped ? (int) (Math.ceilDiv(from + count, 2L) * 2 - first) : count;
        byte[] bytes;
        try (InputStream in = file.open(element.offset() + first)) {
            bytes = in.readNBytes(length);
        }
        if (bytes.length < length) {
            throw new DamagedFrameException("the data end " + (length - bytes.length) + " bytes early");
        }
        if (!swapped) {
            return bytes;
        }
        byte[] straight = new byte[count];
        for (int n = 0; n < count; n++) {
            straight[n] = bytes[(int) (from - first + n) ^ 1];
        }
        return straight;
    }

    private ByteOrder order() {
        return file.syntax().equals(TransferSyntax.EXPLICIT_BIG) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static void bits(byte[] bytes, int firstBit, int[] samples) {
        for (int n = 0; n < samples.length; n++) {
            int bit = firstBit + n;
            samples[n] = bytes[bit >> 3] >> (bit & 7) & 1;
        }
    }

    private static void octets(byte[] bytes, int[] samples) {
        for (int n = 0; n < samples.length; n++) {
            samples[n] = bytes[n] & 0xff;
        }
    }

    private void words(byte[] bytes, int[] samples) {
        short[] cells = new short[samples.length];
        ByteBuffer.wrap(bytes).order(order()).asShortBuffer().get(cells);
        for (int n = 0; n < samples.length; n++) {
            samples[n] = cells[n];
        }
    }
}
