package org.trabecula.radiomics.shape;

import org.trabecula.image.Size;

/// A region in its box with one empty voxel around it, so that no kernel tests for the border.
final class RegionBits {
    private final boolean[] inside;
    private final int strideJ;
    private final int strideK;
    private final Size size;

    /// @param flags one per voxel of the box, i fastest
    RegionBits(boolean[] flags, Size size) {
        this.size = size;
        strideJ = size.i() + 2;
        strideK = strideJ * (size.j() + 2);
        inside = new boolean[Math.multiplyExact(strideK, size.k() + 2)];
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                System.arraycopy(flags, size.i() * (j + size.j() * k), inside, index(0, j, k), size.i());
            }
        }
    }

    /// The extent of the box without the margin.
    Size size() {
        return size;
    }

    /// The place of a box voxel in [#inside]; −1 and size are the margin.
    int index(int i, int j, int k) {
        return (i + 1) + (j + 1) * strideJ + (k + 1) * strideK;
    }

    boolean[] inside() {
        return inside;
    }

    int stride(int axis) {
        return axis == 0 ? 1 : axis == 1 ? strideJ : strideK;
    }
}
