package org.trabecula.radiomics.ibsi.filter;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;

/// The mean of a square or cube of voxels — IBSI `S60F`.
///
/// ```
/// g[k] = 1/M along each filtered axis
/// ```
///
/// @param supportVoxels M, odd
public record MeanFilter(int supportVoxels, Dimensions dimensions, Boundary boundary) implements Filter {
    public MeanFilter {
        if (supportVoxels < 1 || supportVoxels % 2 == 0) {
            throw new IllegalArgumentException("the support must be an odd number of voxels, got " + supportVoxels);
        }
    }

    @Override
    public Volume respond(Volume image, Box wanted, int jobs) {
        List<Kernel> box = Collections.nCopies(dimensions.axes(), Kernel.box(supportVoxels));
        return Vicinity.respond(
                this, image, wanted,
                field -> SeparableConvolution.respond(field, List.of(box), Optional.empty(), boundary, jobs));
    }

    @Override
    public OptionalInt reachVoxels(Grid grid, int axis) {
        return Vicinity.reach(supportVoxels / 2, axis, dimensions.axes(), boundary);
    }
}
