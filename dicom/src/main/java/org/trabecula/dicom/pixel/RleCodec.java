package org.trabecula.dicom.pixel;

import java.util.Set;
import org.trabecula.dicom.dataset.TransferSyntax;

/// RLE Lossless (PS3.5 annex G): one run-length packed segment for each byte of a sample, highest byte first.
public final class RleCodec implements FrameCodec {
    private static final int HEADER_BYTES = 64;

    @Override
    public Set<String> transferSyntaxes() {
        return Set.of(TransferSyntax.RLE.uid());
    }

    @Override
    public boolean givesCells() {
        return true;
    }

    /// Samples of one bit are packed into bytes first, as uncompressed ones are, each frame from a byte of its own.
    @Override
    public int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        if (shape.bitsAllocated() > 1) {
            return segments(codestream, shape.samples(), shape.bitsAllocated() / 8);
        }
        int[] packed = segments(codestream, Math.ceilDiv(shape.samples(), 8), 1);
        int[] samples = new int[shape.samples()];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = packed[n >> 3] >> (n & 7) & 1;
        }
        return samples;
    }

    /// @param samples of `bytes` bytes each
    private static int[] segments(byte[] codestream, int samples, int bytes) throws DamagedFrameException {
        if (codestream.length < HEADER_BYTES) {
            throw new DamagedFrameException("an RLE frame of " + codestream.length + " bytes, less than its header of " + HEADER_BYTES);
        }
        int segments = u32(codestream, 0);
        if (segments != bytes) {
            throw new DamagedFrameException(segments + " RLE segments for samples of " + bytes + " bytes");
        }
        if ((codestream.length - HEADER_BYTES) * 64L < (long) samples * bytes) { // two bytes give 128 at most
            throw new DamagedFrameException("an RLE frame of " + codestream.length + " bytes, too few for " + samples + " samples");
        }
        int[] decoded = new int[samples];
        for (int segment = 0; segment < segments; segment++) {
            int from = u32(codestream, 4 + 4 * segment);
            int to = segment + 1 < segments ? u32(codestream, 8 + 4 * segment) : codestream.length;
            if (from < HEADER_BYTES || to < from || to > codestream.length) {
                throw new DamagedFrameException("RLE segment " + (segment + 1) + " from byte " + from + " to " + to + " of " + codestream.length);
            }
            unpack(codestream, from, to, decoded, segment);
        }
        return decoded;
    }

    /// Shifts the bytes of one segment into the samples. What is packed beyond the last sample is padding.
    private static void unpack(byte[] packed, int from, int to, int[] samples, int segment) throws DamagedFrameException {
        int at = from;
        int sample = 0;
        while (at < to && sample < samples.length) {
            int control = packed[at++];
            if (control >= 0) {
                int run = Math.min(control + 1, samples.length - sample);
                if (at + run > to) {
                    break;
                }
                for (int n = 0; n < run; n++) {
                    samples[sample] = samples[sample] << 8 | packed[at + n] & 0xff;
                    sample++;
                }
                at += control + 1;
            } else if (control != -128 && at < to) {
                int value = packed[at++] & 0xff;
                int run = Math.min(1 - control, samples.length - sample);
                for (int n = 0; n < run; n++) {
                    samples[sample] = samples[sample] << 8 | value;
                    sample++;
                }
            }
        }
        if (sample < samples.length) {
            throw new DamagedFrameException(
                    "RLE segment " + (segment + 1) + " ends after " + sample + " of " + samples.length + " samples");
        }
    }

    private static int u32(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | (bytes[at + 3] & 0xff) << 24;
    }
}
