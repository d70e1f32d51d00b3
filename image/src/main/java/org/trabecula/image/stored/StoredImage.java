package org.trabecula.image.stored;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.VoxelType;

/// An image file whose voxels lie in one block, i fastest, and are reached by a [ByteSource].
///
/// Of a plain file only the rows of the box are read; of a compressed one everything before it is inflated and forgotten,
/// and nothing behind it is touched.
public final class StoredImage implements ImageFile {
    /// Bytes decoded at a time: fits a second-level cache, far above the cost of a call.
    private static final int CHUNK_BYTES = 1 << 18;

    private final Path path;
    private final Grid grid;
    private final Layout layout;
    private final ByteSource.Opener opener;
    private final DamageCodes damage;
    private final List<String> notes;

    /// How a voxel is stored.
    public record Layout(VoxelType type, ByteOrder order, Scaling scaling) {}

    /// The codes for data that end early and for data that do not decode.
    public record DamageCodes(ProblemCode tooShort, ProblemCode damaged) {}

    public StoredImage(
            Path path, Grid grid, Layout layout, ByteSource.Opener opener, DamageCodes damage, List<String> notes) {
        this.path = path;
        this.grid = grid;
        this.layout = layout;
        this.opener = opener;
        this.damage = damage;
        this.notes = List.copyOf(notes);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public VoxelType type() {
        return layout.scaling.resultOf(layout.type);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Volume read(Box box) throws IOException {
        refuseOutside(box);
        long voxels = box.size().voxels();
        Limits.refuseUnholdable(path.toString(), voxels, VoxelCodec.bytesInMemory(type()));
        Voxels values = VoxelCodec.allocate(type(), (int) voxels);
        int perSlice = (int) (voxels / box.size().k());
        decode(source -> {
            for (int k = box.kMin(); k <= box.kMax(); k++) {
                readSlice(source, box, k, values, (k - box.kMin()) * perSlice);
            }
        }, box);
        return new Volume(grid, box, type(), values);
    }

    @Override
    public void readSlices(Box box, SliceVisitor visitor) throws IOException {
        refuseOutside(box);
        long perSlice = box.size().voxels() / box.size().k();
        Limits.refuseUnholdable(path.toString(), perSlice, VoxelCodec.bytesInMemory(type()));
        Voxels slice = VoxelCodec.allocate(type(), (int) perSlice);
        decode(source -> {
            for (int k = box.kMin(); k <= box.kMax(); k++) {
                readSlice(source, box, k, slice, 0);
                visitor.slice(k, slice);
            }
        }, box);
    }

    private interface Decoding {
        void from(ByteSource source) throws IOException;
    }

    private void decode(Decoding decoding, Box box) throws IOException {
        try (ByteSource source = opener.open()) {
            decoding.from(source);
            if (box.iMax() == grid.size().i() - 1 && box.jMax() == grid.size().j() - 1 && box.kMax() == grid.size().k() - 1) {
                source.finish();
            }
        } catch (EOFException e) {
            throw refusal(damage.tooShort, "the data end early: " + e.getMessage(), e);
        } catch (java.util.zip.ZipException | NumberFormatException | DamagedDataException e) {
            throw refusal(damage.damaged, String.valueOf(e.getMessage()), e);
        }
    }

    private InputException refusal(ProblemCode code, String found, Exception cause) {
        return new InputException(
                new Problem(
                        code,
                        path.toString(),
                        found,
                        grid.size() + " voxels of " + layout.type.bytes() + " bytes",
                        "copy or export the file again; this copy is not complete"),
                cause);
    }

    /// Decodes the rows of `box` in slice `k`, many rows or a part of one row at a time.
    private void readSlice(ByteSource source, Box box, int k, Voxels into, int at) throws IOException {
        Size size = grid.size();
        int bytes = layout.type.bytes();
        int width = box.size().i();
        boolean wholeRows = width == size.i();
        int voxelsPerChunk = CHUNK_BYTES / bytes;
        int rowsPerChunk = Math.max(1, voxelsPerChunk / size.i());
        byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, (long) box.size().j() * size.i() * bytes)];
        for (int j = box.jMin(); j <= box.jMax(); j += rowsPerChunk) {
            int rows = Math.min(rowsPerChunk, box.jMax() - j + 1);
            long rowsStart = ((long) k * size.j() + j) * size.i();
            int to = at + (j - box.jMin()) * width;
            if ((long) rows * size.i() <= voxelsPerChunk) {
                source.seek(rowsStart * bytes);
                source.read(chunk, rows * size.i() * bytes);
                if (wholeRows) {
                    decodeRun(chunk, 0, rows * width, into, to);
                } else {
                    for (int row = 0; row < rows; row++) {
                        int from = (row * size.i() + box.iMin()) * bytes;
                        decodeRun(chunk, from, width, into, to + row * width);
                    }
                }
            } else {
                for (int done = 0; done < width; done += voxelsPerChunk) {
                    int run = Math.min(voxelsPerChunk, width - done);
                    source.seek((rowsStart + box.iMin() + done) * bytes);
                    source.read(chunk, run * bytes);
                    decodeRun(chunk, 0, run, into, to + done);
                }
            }
        }
    }

    private void decodeRun(byte[] chunk, int from, int count, Voxels into, int at) {
        if (layout.scaling.isNone()) {
            VoxelCodec.decode(chunk, from, count, layout.type, layout.order, into, at);
        } else {
            Voxels stored = VoxelCodec.allocate(layout.type, count);
            VoxelCodec.decode(chunk, from, count, layout.type, layout.order, stored, 0);
            layout.scaling.apply(stored, count, into, at);
        }
    }

    private void refuseOutside(Box box) {
        if (!grid.wholeBox().contains(box)) {
            throw new IllegalArgumentException(box + " does not lie in " + grid.wholeBox());
        }
    }
}
