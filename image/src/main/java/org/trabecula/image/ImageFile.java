package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;

/// An image on disk whose header has been read and found sound; voxels are decoded on demand.
///
/// A reader refuses a hostile or damaged header with an [org.trabecula.core.InputException] before it allocates memory
/// for voxels.
public interface ImageFile {
    /// The file that was named by the caller.
    Path path();

    Grid grid();

    /// The type that [#read] returns: the stored one, or FLOAT64 when the header asks for a scale or an offset that
    /// integers cannot hold.
    VoxelType type();

    /// Decodes the voxels in `box`, and no more than the format forces us to.
    Volume read(Box box) throws IOException;

    /// Decodes every voxel.
    default Volume read() throws IOException {
        return read(grid().wholeBox());
    }
}
