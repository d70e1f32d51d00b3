package org.trabecula.radiomics.prepare;

import java.io.IOException;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.radiomics.problem.RegionProblem;

/// Where the voxels of an image come from: memory, or a file of which only the part needed is decoded.
public interface VoxelSource {
    Grid grid();

    VoxelType type();

    /// A volume that holds at least `box`.
    Volume read(Box box) throws IOException;

    static VoxelSource of(ImageFile file) {
        return new VoxelSource() {
            @Override
            public Grid grid() {
                return file.grid();
            }

            @Override
            public VoxelType type() {
                return file.type();
            }

            @Override
            public Volume read(Box box) throws IOException {
                return file.read(box);
            }
        };
    }

    static VoxelSource of(Volume volume) {
        return new VoxelSource() {
            @Override
            public Grid grid() {
                return volume.grid();
            }

            @Override
            public VoxelType type() {
                return volume.type();
            }

            @Override
            public Volume read(Box box) {
                if (!volume.held().contains(box)) {
                    throw new InputException(new Problem(
                            RegionProblem.NOT_HELD,
                            "volume of " + volume.grid().size() + " voxels",
                            "voxels " + volume.held() + " in memory",
                            "voxels " + box + ", which these settings and this mask need",
                            "read the whole image, or hand over the file so that the part needed is read"));
                }
                return volume;
            }
        };
    }
}
