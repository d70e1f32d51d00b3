package org.trabecula.image.stored;

import java.io.IOException;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Volume.Voxels;

/// Decodes the part of each slice that lies in a box, many rows (or a part of a very long one) at a time.
final class SliceDecoder {
    /// Bytes decoded at a time: fits a second-level cache, far above the cost of a call.
    private static final int CHUNK_BYTES = 1 << 18;

    private final ByteSource source;
    private final StoredImage.Layout layout;
    private final Size size;
    private final Box box;
    private final byte[] chunk;
    private final Voxels stored;

    /// @param size of the whole image
    SliceDecoder(ByteSource source, StoredImage.Layout layout, Size size, Box box) {
        this.source = source;
        this.layout = layout;
        this.size = size;
        this.box = box;
        int bytes = layout.type().bytes();
        this.chunk = new byte[(int) Math.min(CHUNK_BYTES, (long) box.size().j() * size.i() * bytes)];
        this.stored = VoxelCodec.allocate(layout.type(), layout.scaling().isNone() ? 0 : chunk.length / bytes);
    }

    /// Decodes the box's voxels of slice `k` into `into` from entry `at` on. Slices must come in rising order.
    void read(int k, Voxels into, int at) throws IOException {
        int bytes = layout.type().bytes();
        int voxelsPerChunk = CHUNK_BYTES / bytes;
        int rowsPerChunk = Math.max(1, voxelsPerChunk / size.i());
        int width = box.size().i();
        for (int j = box.jMin(); j <= box.jMax(); j += rowsPerChunk) {
            int rows = Math.min(rowsPerChunk, box.jMax() - j + 1);
            long start = ((long) k * size.j() + j) * size.i();
            int to = at + (j - box.jMin()) * width;
            if ((long) rows * size.i() <= voxelsPerChunk) {
                source.seek(start * bytes);
                source.read(chunk, rows * size.i() * bytes);
                decodeRows(rows, into, to);
            } else {
                for (int done = 0; done < width; done += voxelsPerChunk) {
                    int run = Math.min(voxelsPerChunk, width - done);
                    source.seek((start + box.iMin() + done) * bytes);
                    source.read(chunk, run * bytes);
                    decode(0, run, into, to + done);
                }
            }
        }
    }

    private void decodeRows(int rows, Voxels into, int to) {
        int width = box.size().i();
        if (width == size.i()) {
            decode(0, rows * width, into, to);
            return;
        }
        for (int row = 0; row < rows; row++) {
            decode((row * size.i() + box.iMin()) * layout.type().bytes(), width, into, to + row * width);
        }
    }

    private void decode(int from, int count, Voxels into, int at) {
        if (layout.scaling().isNone()) {
            VoxelCodec.decode(chunk, from, count, layout.type(), layout.order(), into, at);
        } else {
            VoxelCodec.decode(chunk, from, count, layout.type(), layout.order(), stored, 0);
            layout.scaling().apply(stored, count, into, at);
        }
    }
}
