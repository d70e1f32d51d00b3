package org.trabecula.radiomics.texture;

import java.util.Arrays;

/// The grey levels of a whole region, to which some formulas refer where a part of it is measured.
public final class RegionLevels {
    private final int[] ascending;

    private RegionLevels(int[] ascending) {
        this.ascending = ascending;
    }

    /// @param levels one a voxel, at least one of them above 0, which stands for none
    public static RegionLevels of(int[] levels) {
        int[] present = Arrays.stream(levels).filter(level -> level > 0).sorted().distinct().toArray();
        if (present.length == 0) {
            throw new IllegalArgumentException("a region has at least one level");
        }
        return new RegionLevels(present);
    }

    /// @param levels entry 0 is left out; the others ascend
    static RegionLevels ofRanks(int[] levels) {
        return new RegionLevels(Arrays.copyOfRange(levels, 1, levels.length));
    }

    /// N_g.
    int highest() {
        return ascending[ascending.length - 1];
    }

    /// N_p, how many different ones occur.
    public int present() {
        return ascending.length;
    }

    /// How many of them are lower than one of them.
    int below(int level) {
        return Arrays.binarySearch(ascending, level);
    }
}
