package org.trabecula.image.stored;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Volume.Voxels;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// An image file whose voxels lie in one block, i fastest, and are reached by a [ByteSource].
///
/// Of a plain file only the rows of the box are read; of a compressed one everything before it is inflated and forgotten,
/// and nothing behind it is touched.
public final class StoredImage implements ImageFile {
    private final Path path;
    private final Grid grid;
    private final Layout layout;
    private final ByteSource.Opener opener;
    private final long compressedBytes;
    private final DamageCodes damage;
    private final List<String> notes;

    /// How a voxel is stored.
    public record Layout(VoxelType type, ByteOrder order, Scaling scaling) {}

    /// The codes for data that end early and for data that do not decode.
    public record DamageCodes(ProblemCode tooShort, ProblemCode damaged) {}

    /// @param compressedBytes length of what the voxels come out of; 0 when they are stored plainly
    public StoredImage(
            Path path,
            Grid grid,
            Layout layout,
            ByteSource.Opener opener,
            long compressedBytes,
            DamageCodes damage,
            List<String> notes) {
        this.path = path;
        this.grid = grid;
        this.layout = layout;
        this.opener = opener;
        this.compressedBytes = compressedBytes;
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
        Limits.refuseUnholdable(path.toString(), voxels, type().bytesInMemory(), compressedBytes);
        Voxels values = VoxelCodec.allocate(type(), (int) voxels);
        int perSlice = (int) (voxels / box.size().k());
        decode(box, slices -> {
            for (int k = box.kMin(); k <= box.kMax(); k++) {
                slices.read(k, values, (k - box.kMin()) * perSlice);
            }
        });
        return new Volume(grid, box, type(), values);
    }

    @Override
    public void readSlices(Box box, SliceVisitor visitor) throws IOException {
        refuseOutside(box);
        long perSlice = box.size().voxels() / box.size().k();
        Limits.refuseUnholdable(path.toString(), perSlice, type().bytesInMemory(), compressedBytes);
        Voxels slice = VoxelCodec.allocate(type(), (int) perSlice);
        decode(box, slices -> {
            for (int k = box.kMin(); k <= box.kMax(); k++) {
                slices.read(k, slice, 0);
                visitor.slice(k, slice);
            }
        });
    }

    private interface Decoding {
        void from(SliceDecoder slices) throws IOException;
    }

    private void decode(Box box, Decoding decoding) throws IOException {
        try (ByteSource source = opener.open()) {
            decoding.from(new SliceDecoder(source, layout, grid.size(), box));
            if (box.iMax() == grid.size().i() - 1 && box.jMax() == grid.size().j() - 1 && box.kMax() == grid.size().k() - 1) {
                source.finish();
            }
        } catch (EOFException e) {
            throw refusal(damage.tooShort, "the data end early: " + e.getMessage(), e);
        } catch (ZipException | DamagedDataException e) {
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

    private void refuseOutside(Box box) {
        if (!grid.wholeBox().contains(box)) {
            throw new IllegalArgumentException(box + " does not lie in " + grid.wholeBox());
        }
    }
}
