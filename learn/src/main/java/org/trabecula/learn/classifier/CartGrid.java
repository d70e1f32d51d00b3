package org.trabecula.learn.classifier;

import java.util.ArrayList;
import java.util.List;

/// Single trees to be tried.
///
/// @param depth     most splits from root to leaf, each with every size of leaf
/// @param leafCases fewest cases of a leaf
public record CartGrid(List<Integer> depth, List<Integer> leafCases) {
    public CartGrid {
        depth = List.copyOf(depth);
        leafCases = List.copyOf(leafCases);
        Grids.require(candidates(depth, leafCases));
    }

    List<CartSettings> candidates() {
        return candidates(depth, leafCases);
    }

    private static List<CartSettings> candidates(List<Integer> depth, List<Integer> leafCases) {
        List<CartSettings> all = new ArrayList<>();
        for (int most : depth) {
            for (int least : leafCases) {
                all.add(new CartSettings(most, least));
            }
        }
        return all;
    }
}
