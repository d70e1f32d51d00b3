package org.trabecula.dicom.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trabecula.dicom.dataset.DicomFile;
import org.trabecula.dicom.dataset.PixelElement;
import org.trabecula.dicom.dataset.TransferSyntax;
import org.trabecula.dicom.dataset.Vr;

/// Frames that are stored as they are.
record NativeFrames(DicomFile file, PixelElement element, PixelLayout layout) {
    /// The samples of one frame with all their allocated bits.
    ///
    /// @throws DamagedFrameException if the data end before
    int[] read(int frame) throws IOException {
        long firstBit = frame * layout.bitsPerFrame();
        long endBit = firstBit + layout.bitsPerFrame();
        long firstByte = firstBit / 8;
        int wanted = (int) (Math.ceilDiv(endBit, 8) - firstByte);
        byte[] bytes = bytes(firstByte, wanted);
        return switch (layout.shape().bitsAllocated()) {
            case 1 -> bits(bytes, (int) (firstBit - firstByte * 8));
            case 8 -> octets(bytes);
            case 16 -> words(bytes);
            default -> longs(bytes);
        };
    }

    private byte[] bytes(long from, int count) throws IOException {
        // words of 16 bits that hold two samples are swapped as words: begin and end on one
        boolean swapped = layout.shape().bitsAllocated() <= 8 && order() == ByteOrder.BIG_ENDIAN && element.vr() == Vr.OW;
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

    private int[] bits(byte[] bytes, int firstBit) {
        int[] samples = new int[layout.shape().samples()];
        for (int n = 0; n < samples.length; n++) {
            int bit = firstBit + n;
            samples[n] = bytes[bit >> 3] >> (bit & 7) & 1;
        }
        return samples;
    }

    private int[] octets(byte[] bytes) {
        int[] samples = new int[layout.shape().samples()];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = bytes[n] & 0xff;
        }
        return samples;
    }

    private int[] words(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order());
        int[] samples = new int[layout.shape().samples()];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = buffer.getShort() & 0xffff;
        }
        return samples;
    }

    private int[] longs(byte[] bytes) {
        int[] samples = new int[layout.shape().samples()];
        ByteBuffer.wrap(bytes).order(order()).asIntBuffer().get(samples);
        return samples;
    }
}
