package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Volume;

/// An image filter of IBSI 2: a record of settings that computes a response map.
///
/// Every filter is a true convolution in double precision. Axes are named x = i, y = j, z = k.
///
/// Source: IBSI 2 manual, arXiv:2006.05470; Whybra et al. 2024, doi:10.1148/radiol.231319.
public sealed interface Filter
        permits MeanFilter, LaplacianOfGaussian, LawsFilter, GaborFilter, SeparableWavelet, SimoncelliWavelet,
                RieszTransform {
    /// The response on the voxels that `image` holds; the edge of what is held counts as the image's edge.
    ///
    /// @param jobs threads; the result does not depend on them
    Volume respond(Volume image, int jobs);
}
