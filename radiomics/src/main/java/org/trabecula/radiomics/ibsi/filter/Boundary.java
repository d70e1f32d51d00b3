package org.trabecula.radiomics.ibsi.filter;

/// What a filter reads beyond the edge of an image `a b c d`.
///
/// Source: IBSI 2 manual (arXiv:2006.05470), "Boundary conditions".
public enum Boundary {
    /// `0 0 0 0 | a b c d | 0 0 0 0`
    ZERO,
    /// `a a a a | a b c d | d d d d`
    NEAREST,
    /// `a b c d | a b c d | a b c d`
    PERIODIC,
    /// `d c b a | a b c d | d c b a`: the edge voxel is repeated
    MIRROR;

    /// The index in 0 … n − 1 whose value stands at `at`, however far outside; −1 where the value is 0.
    int source(int at, int n) {
        if (at >= 0 && at < n) {
            return at;
        }
        return switch (this) {
            case ZERO -> -1;
            case NEAREST -> at < 0 ? 0 : n - 1;
            case PERIODIC -> Math.floorMod(at, n);
            case MIRROR -> {
                int folded = Math.floorMod(at, 2 * n);
                yield folded < n ? folded : 2 * n - 1 - folded;
            }
        };
    }

    /// [#source] for `count` positions from `first` on.
    int[] sources(int n, int first, int count) {
        int[] sources = new int[count];
        for (int at = 0; at < count; at++) {
            sources[at] = source(first + at, n);
        }
        return sources;
    }
}
