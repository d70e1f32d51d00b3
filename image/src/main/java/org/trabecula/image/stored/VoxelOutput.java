package org.trabecula.image.stored;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;
import org.trabecula.image.Volume;

/// Writes voxels as little-endian bytes, plain or gzip.
public final class VoxelOutput {
    private static final int CHUNK_VOXELS = 1 << 15;
    /// As nibabel and ITK-SNAP write: CT noise does not compress further, and level 6 takes four times as long.
    private static final int GZIP_LEVEL = 1;

    private VoxelOutput() {}

    /// All held voxels of `volume`, i fastest, in the volume's type.
    public static void write(Volume volume, OutputStream out) throws IOException {
        int voxels = volume.voxels().length();
        int bytes = volume.type().bytes();
        ByteBuffer chunk = ByteBuffer.allocate(Math.min(voxels, CHUNK_VOXELS) * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < voxels; at += CHUNK_VOXELS) {
            int count = Math.min(CHUNK_VOXELS, voxels - at);
            chunk.clear();
            VoxelCodec.encode(volume.voxels(), at, count, volume.type(), chunk);
            out.write(chunk.array(), 0, count * bytes);
        }
    }

    /// A gzip stream without name and time: same voxels, same bytes. Closing it ends the stream and closes `out`.
    public static OutputStream gzip(OutputStream out) throws IOException {
        return new Gzip(out);
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(GZIP_LEVEL);
        }
    }
}
