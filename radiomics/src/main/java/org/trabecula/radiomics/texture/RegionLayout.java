package org.trabecula.radiomics.texture;

import java.util.Arrays;
import org.trabecula.image.Size;

/// Where the voxels of a region lie in an array with an empty margin around the region's box, so that no kernel tests for the
/// border. Made once for all images of a region. Immutable.
///
/// ```
/// index(i, j, k) = first + i + j·strideJ + k·strideK        (box voxel, i fastest)
/// ```
///
/// Each row is followed by the margin that also serves as the next row's left margin, likewise rows and slices.
public final class RegionLayout {
    private final Size size;
    private final int[] places;
    private final int reach;
    private final int strideJ;
    private final int strideK;
    private final int length;
    private final int[] inside;

    private RegionLayout(Size size, int[] places, int reach) {
        this.size = size;
        this.places = places;
        this.reach = reach;
        int marginI = Math.min(reach, size.i() - 1);
        int marginJ = Math.min(reach, size.j() - 1);
        int marginK = Math.min(reach, size.k() - 1);
        long rowStep = (long) size.i() + marginI;
        long sliceStep = rowStep * ((long) size.j() + marginJ);
        long first = marginI + marginJ * rowStep + marginK * sliceStep;
        long entries = sliceStep * size.k() + 2 * first;
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a box of " + size + " voxels with a margin of " + reach + " needs " + entries
                    + " entries, more than an array holds");
        }
        strideJ = (int) rowStep;
        strideK = (int) sliceStep;
        length = (int) entries;
        inside = new int[places.length];
        int voxel = 0;
        int place = 0; // of the row's first voxel
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++, place += size.i()) {
                int index = (int) first + j * strideJ + k * strideK;
                for (; voxel < places.length && places[voxel] < place + size.i(); voxel++) {
                    inside[voxel] = index + places[voxel] - place;
                }
            }
        }
    }

    /// @param size   the extent of the region's box in voxels
    /// @param places of the region's voxels in the box (i fastest), ascending, at least one; not copied
    /// @throws IllegalArgumentException if the box is too large for an array
    public static RegionLayout of(Size size, int[] places) {
        return new RegionLayout(size, places, 1);
    }

    /// The layout of those voxels of a box that are above 0.
    static RegionLayout ofPositive(Size size, int[] box) {
        int[] places = new int[box.length];
        int count = 0;
        for (int at = 0; at < box.length; at++) {
            places[count] = at;
            count += box[at] > 0 ? 1 : 0;
        }
        return of(size, Arrays.copyOf(places, count));
    }

    /// The same voxels with a margin that holds steps of `wanted` voxels.
    RegionLayout withReach(int wanted) {
        return wanted <= reach ? this : new RegionLayout(size, places, wanted);
    }

    /// The extent of the region's box in voxels.
    public Size size() {
        return size;
    }

    /// Voxels of the region.
    public int voxelCount() {
        return places.length;
    }

    /// The places of the region's voxels in the box without margin, ascending. Nobody writes to them.
    int[] places() {
        return places;
    }

    /// The indices of the region's voxels in the array with its margin, ascending. Nobody writes to them.
    int[] inside() {
        return inside;
    }

    /// Entries of the array with its margin.
    int length() {
        return length;
    }

    /// How far apart two voxels one step of `direction` apart lie in the array.
    int step(NeighbourStep direction) {
        return direction.i() + direction.j() * strideJ + direction.k() * strideK;
    }

    /// What belongs to each voxel of the region, taken out of its box.
    int[] outOf(int[] box) {
        int[] values = new int[places.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = box[places[n]];
        }
        return values;
    }

    /// An array with its margin, 0 outside the region.
    ///
    /// @param values one per voxel of the region
    int[] withMargin(int[] values) {
        int[] array = new int[length];
        for (int n = 0; n < inside.length; n++) {
            array[inside[n]] = values[n];
        }
        return array;
    }

    /// The box without margin, 0 outside the region.
    ///
    /// @param array with this layout's margin
    int[] withoutMargin(int[] array) {
        int[] box = new int[Math.toIntExact(size.voxels())];
        for (int n = 0; n < places.length; n++) {
            box[places[n]] = array[inside[n]];
        }
        return box;
    }
}
