package org.trabecula.dicom.pixel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.trabecula.dicom.dataset.TransferSyntax;

/// Deflated Image Frame Compression (PS3.5 A.4.12): the bytes of each uncompressed little-endian frame, deflated without header. Frames of
/// single bits begin at a byte of their own.
public final class DeflateCodec implements FrameCodec {
    @Override
    public Set<String> transferSyntaxes() {
        return Set.of(TransferSyntax.DEFLATED_FRAMES.uid());
    }

    @Override
    public boolean givesCells() {
        return true;
    }

    @Override
    public int[] decode(byte[] codestream, FrameShape shape) throws DamagedFrameException {
        long bits = (long) shape.samples() * shape.bitsAllocated();
        byte[] cells = inflated(codestream, Math.ceilDiv(bits, 8L));
        ByteBuffer buffer = ByteBuffer.wrap(cells).order(ByteOrder.LITTLE_ENDIAN);
        int[] samples = new int[shape.samples()];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = switch (shape.bitsAllocated()) {
                case 1 -> cells[n >> 3] >> (n & 7) & 1;
                case 8 -> cells[n] & 0xff;
                case 16 -> buffer.getShort(2 * n) & 0xffff;
                default -> buffer.getInt(4 * n);
            };
        }
        return samples;
    }

    /// Deflate gives 1032 bytes out of one at most.
    private static byte[] inflated(byte[] codestream, long wanted) throws DamagedFrameException {
        if (wanted > 1032L * codestream.length + 1032) {
            throw new DamagedFrameException("a deflated frame of " + codestream.length + " bytes, too few for " + wanted);
        }
        byte[] cells = new byte[(int) wanted];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(codestream);
            int at = 0;
            while (at < cells.length) {
                int got = inflater.inflate(cells, at, cells.length - at);
                if (got == 0) {
                    throw new DamagedFrameException("a deflated frame that ends after " + at + " of " + wanted + " bytes");
                }
                at += got;
            }
            return cells;
        } catch (DataFormatException e) {
            throw new DamagedFrameException("a deflated frame that does not inflate: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
