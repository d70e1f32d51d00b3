package org.trabecula.extraction.region;

import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;

/// A case's CT, its header read, and the mask of its vertebra.
///
/// @param image voxels are decoded on demand
/// @param mask  on the image's grid, or on its own, as [MaskPlacement] has it
public record CaseImages(ImageFile image, Mask mask) {}
