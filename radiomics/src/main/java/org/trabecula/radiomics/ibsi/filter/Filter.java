package org.trabecula.radiomics.ibsi.filter;

import java.util.OptionalInt;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;

/// An image filter of IBSI 2: a record of settings that computes a response map.
///
/// Every filter is a true convolution in double precision. Axes are named x = i, y = j, z = k.
///
/// Source: IBSI 2 manual, arXiv:2006.05470; Whybra et al. 2024, doi:10.1148/radiol.231319.
public sealed interface Filter
        permits MeanFilter, LaplacianOfGaussian, LawsFilter, GaborFilter, SeparableWavelet, SimoncelliWavelet,
                RieszTransform {
    /// The response on all voxels that `image` holds.
    ///
    /// @param jobs threads; the result does not depend on them
    default Volume respond(Volume image, int jobs) {
        return respond(image, image.held(), jobs);
    }

    /// The response in a box. The edge of what `image` holds counts as the image's edge, so away from the true edge it
    /// holds [#reachVoxels] more than `wanted` on every side.
    ///
    /// @param jobs threads; the result does not depend on them
    Volume respond(Volume image, Box wanted, int jobs);

    /// How many voxels to each side along an axis a response depends on; empty: the whole image.
    OptionalInt reachVoxels(Grid grid, int axis);

    /// The part of a whole image that decides the response in a box.
    default Box needed(Grid grid, Box wanted) {
        Box whole = grid.wholeBox();
        OptionalInt reachI = reachVoxels(grid, 0);
        OptionalInt reachJ = reachVoxels(grid, 1);
        OptionalInt reachK = reachVoxels(grid, 2);
        return reachI.isEmpty() || reachJ.isEmpty() || reachK.isEmpty()
                ? whole
                : wanted.grown(reachI.getAsInt(), reachJ.getAsInt(), reachK.getAsInt(), whole);
    }
}
