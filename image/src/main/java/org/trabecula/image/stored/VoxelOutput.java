package org.trabecula.image.stored;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Volume;
import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.VoxelType;

/// Writes voxels as little-endian bytes, plain or gzip.
public final class VoxelOutput {
    private static final int CHUNK_VOXELS = 1 << 15;
    /// As nibabel and ITK-SNAP write: CT noise does not compress further, and level 6 takes four times as long.
    private static final int GZIP_LEVEL = 1;

    private final OutputStream out;
    private final VoxelType type;
    private final ByteBuffer chunk;

    /// @param type of the voxels that are added
    public VoxelOutput(OutputStream out, VoxelType type) {
        this.out = out;
        this.type = type;
        this.chunk = ByteBuffer.allocate(CHUNK_VOXELS * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// All held voxels of `volume`, i fastest, in the volume's type.
    public static void write(Volume volume, OutputStream out) throws IOException {
        new VoxelOutput(out, volume.type()).add(volume.voxels());
    }

    /// Every voxel of `image` as it comes from the disk, with memory for a slice or a few.
    ///
    /// @param seen looks at each slice too, before it is written
    public void add(ImageFile image, ImageFile.SliceVisitor seen) throws IOException {
        image.readSlices(image.grid().wholeBox(), (k, slice) -> {
            seen.slice(k, slice);
            add(slice);
        });
    }

    /// Some more voxels, of the array that [VoxelCodec#allocate] makes for the type.
    public void add(Voxels some) throws IOException {
        for (int at = 0; at < some.length(); at += CHUNK_VOXELS) {
            int count = Math.min(CHUNK_VOXELS, some.length() - at);
            chunk.clear();
            VoxelCodec.encode(some, at, count, type, chunk);
            out.write(chunk.array(), 0, count * type.bytes());
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
