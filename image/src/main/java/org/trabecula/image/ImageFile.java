package org.trabecula.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An image on disk whose header has been read and found sound; voxels are decoded on demand.
///
/// A reader refuses a hostile or damaged header with an [org.trabecula.core.InputException] before it allocates memory
/// for voxels; damage that shows only in the voxels is refused when they are read.
public interface ImageFile {
    /// The file that was named by the caller.
    Path path();

    /// The lattice of the whole image.
    Grid grid();

    /// The type that [#read] returns: the stored one; or, when the header asks for a scale or an offset, FLOAT32 (FLOAT64
    /// for stored 64-bit floats), as ITK reads it.
    VoxelType type();

    /// What was assumed while reading the header, one sentence each; empty for most files.
    default List<String> notes() {
        return List.of();
    }

    /// How it was taken; nothing is known of most kinds of files.
    default Acquisition acquisition() {
        return Acquisition.NOT_STATED;
    }

    /// Decodes the voxels in `box`, and no more than the format forces us to.
    Volume read(Box box) throws IOException;

    /// Decodes every voxel.
    default Volume read() throws IOException {
        return read(grid().wholeBox());
    }

    /// Decodes `box` slice by slice, lowest k first, with memory for one slice.
    ///
    /// The arrays handed to `visitor` may be used again for the next slice.
    default void readSlices(Box box, SliceVisitor visitor) throws IOException {
        for (int k = box.kMin(); k <= box.kMax(); k++) {
            Box slice = new Box(box.iMin(), box.jMin(), k, box.iMax(), box.jMax(), k);
            visitor.slice(k, read(slice).voxels());
        }
    }

    /// Who looks at the slices of [#readSlices].
    @FunctionalInterface
    interface SliceVisitor {
        /// @param k      the slice's index in the grid
        /// @param voxels the box's voxels in this slice, i fastest
        void slice(int k, Volume.Voxels voxels) throws IOException;
    }
}
