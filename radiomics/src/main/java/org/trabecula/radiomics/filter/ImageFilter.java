package org.trabecula.radiomics.filter;

import java.util.List;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.ImageType;

/// Derives images from one image; one object may be used by many threads.
public interface ImageFilter {
    /// The derived images in the order of their columns; none when the filter cannot be applied to this image.
    List<DerivedImage> derive(FilterInput input);

    /// What this filter leaves out on this image, and why, a sentence each.
    default List<String> leftOut(FilterInput input) {
        return List.of();
    }

    /// The filter of an image type.
    static ImageFilter of(ImageType type, FeatureSettings settings) {
        return switch (type) {
            case ImageType.Original() -> new OriginalFilter();
            case ImageType.Wavelet wavelet -> new WaveletFilter(wavelet, settings.slicing());
            case ImageType.LaplacianOfGaussian scales -> new LaplacianOfGaussianFilter(scales);
            case ImageType.Square() -> PointwiseFilter.SQUARE;
            case ImageType.SquareRoot() -> PointwiseFilter.SQUARE_ROOT;
            case ImageType.Logarithm() -> PointwiseFilter.LOGARITHM;
            case ImageType.Exponential() -> PointwiseFilter.EXPONENTIAL;
            case ImageType.Gradient(boolean useSpacing) -> new GradientFilter(useSpacing);
            case ImageType.LocalBinaryPattern2D pattern ->
                new LocalBinaryPattern2DFilter(pattern, settings.sliceAxis());
            case ImageType.LocalBinaryPattern3D pattern -> new LocalBinaryPattern3DFilter(pattern);
        };
    }
}
