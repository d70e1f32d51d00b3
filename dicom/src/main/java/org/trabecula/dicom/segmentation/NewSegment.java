package org.trabecula.dicom.segmentation;

import org.trabecula.image.Mask;

/// A region to be written as a segment.
///
/// @param label       as people call it; a vertebra's level gets its code
/// @param description where it comes from; empty if there is nothing to say
/// @param mask        on the grid of the series
public record NewSegment(String label, String description, Mask mask) {
    /// Whether a voxel belongs to both.
    boolean overlaps(NewSegment other) {
        boolean apart = false;
        for (int axis = 0; axis < 3; axis++) {
            apart |= mask.box().max(axis) < other.mask.box().min(axis) || other.mask.box().max(axis) < mask.box().min(axis);
        }
        if (apart) {
            return false;
        }
        for (int k = Math.max(mask.box().kMin(), other.mask.box().kMin()); k <= Math.min(mask.box().kMax(), other.mask.box().kMax()); k++) {
            for (int j = mask.box().jMin(); j <= mask.box().jMax(); j++) {
                for (int i = mask.box().iMin(); i <= mask.box().iMax(); i++) {
                    if (mask.at(i, j, k) && other.mask.at(i, j, k)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
