package org.trabecula.dicom.segmentation;

import java.nio.file.Path;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// An image whose voxels nobody asks for, and that is no DICOM series.
record OnlyGrid(Grid grid) implements ImageFile {
    @Override
    public Path path() {
        return Path.of("image.nii.gz");
    }

    @Override
    public VoxelType type() {
        return VoxelType.INT16;
    }

    @Override
    public Volume read(Box box) {
        throw new UnsupportedOperationException("no voxels here");
    }
}
