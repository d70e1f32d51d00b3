package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image that is decoded whole when its first voxels are asked for, and held.
final class DecodedOnce implements ImageFile {
    /// Of the smallest store that a volume has.
    private static final int LEAST_BYTES = Short.BYTES;

    private final ImageFile file;
    private final boolean small;
    private @Nullable Volume whole;

    /// @param mostBytes of an image that is held
    DecodedOnce(ImageFile file, long mostBytes) {
        this.file = file;
        this.small = file.grid().size().voxels() * Math.max(LEAST_BYTES, file.type().bytes()) <= mostBytes;
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public Grid grid() {
        return file.grid();
    }

    @Override
    public VoxelType type() {
        return file.type();
    }

    @Override
    public List<String> notes() {
        return file.notes();
    }

    @Override
    public Acquisition acquisition() {
        return file.acquisition();
    }

    /// Holds at least `box`.
    @Override
    public Volume read(Box box) throws IOException {
        if (!small) {
            return file.read(box);
        }
        if (whole == null) {
            whole = file.read();
        }
        return whole;
    }

    @Override
    public void readSlices(Box box, SliceVisitor visitor) throws IOException {
        file.readSlices(box, visitor);
    }
}
