package org.trabecula.radiomics.filter;

import java.util.List;

/// The image itself.
final class OriginalFilter implements ImageFilter {
    @Override
    public List<DerivedImage> derive(FilterInput input) {
        return List.of(new DerivedImage("original", input.inBox(), input.float32()));
    }
}
