package org.trabecula.radiomics.filter;

import org.jspecify.annotations.Nullable;
import org.trabecula.image.Box;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;

/// What a filter sees: an image, and the box in which its result is wanted. Thread-safe.
public final class FilterInput {
    private final Volume image;
    private final Box box;
    private double @Nullable [] values;

    /// @param box the region's box, inside what `image` holds
    public FilterInput(Volume image, Box box) {
        this.image = image;
        this.box = box;
    }

    /// The region's box in the image.
    Box box() {
        return box;
    }

    Size size() {
        return image.grid().size();
    }

    Spacing spacing() {
        return image.grid().spacing();
    }

    /// Whether the image is of 32-bit floats; some filters then compute in 32 bits.
    boolean float32() {
        return image.type() == VoxelType.FLOAT32;
    }

    /// Whether the image is of whole numbers.
    boolean integer() {
        return image.type().isInteger();
    }

    /// Every voxel of the image, i fastest. Filters read it, nobody writes to it.
    ///
    /// @throws IndexOutOfBoundsException if the image holds a part only
    synchronized double[] values() {
        if (values == null) {
            boolean whole = image.held().equals(image.grid().wholeBox());
            values = whole && image.voxels() instanceof Volume.Voxels.OfDouble(double[] stored)
                    ? stored
                    : image.toDoubles(image.grid().wholeBox());
        }
        return values;
    }

    /// The place of a voxel in [#values].
    int index(int i, int j, int k) {
        return i + size().i() * (j + size().j() * k);
    }

    /// The image inside the box.
    double[] inBox() {
        return image.toDoubles(box);
    }
}
