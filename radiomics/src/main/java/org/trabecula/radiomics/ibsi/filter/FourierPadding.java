package org.trabecula.radiomics.ibsi.filter;

import org.trabecula.image.Size;

/// How far an image is continued before it is transformed, for filters that are defined by their frequency response and
/// so reach everywhere.
final class FourierPadding {
    /// Enough that the far side of the torus does not show in the reference maps' tolerance.
    private static final int LEAST_VOXELS = 32;

    private FourierPadding() {}

    /// The transform's size: the image's own if it is periodic anyway, else larger along each filtered axis.
    static Size of(Size image, Dimensions dimensions, Boundary boundary) {
        if (boundary == Boundary.PERIODIC) {
            return image;
        }
        return new Size(
                Fft.fastLength(image.i() + 2 * LEAST_VOXELS),
                Fft.fastLength(image.j() + 2 * LEAST_VOXELS),
                dimensions == Dimensions.SLICES_2D ? image.k() : Fft.fastLength(image.k() + 2 * LEAST_VOXELS));
    }
}
