package org.trabecula.radiomics.filter;

import java.util.List;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.ImageType;

/// Derives images from one image; one object may be used by many threads.
@FunctionalInterface
public interface ImageFilter {
    /// The derived images in the order of their columns; none when the filter cannot be applied to this image.
    List<DerivedImage> derive(FilterInput input);

    /// The filter of an image type.
    static ImageFilter of(ImageType type, FeatureSettings settings) {
        return switch (type) {
            case ImageType.Original() -> new OriginalFilter();
            case ImageType.Wavelet wavelet -> new OriginalFilter();
            case ImageType.LaplacianOfGaussian log -> new OriginalFilter();
            default -> new OriginalFilter();
        };
    }
}
