package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.tree.Forest;

/// Forests of one kind to be tried.
///
/// @param trees     how many
/// @param leafCases fewest different cases of a leaf
public record ForestGrid(int trees, List<Integer> leafCases) {
    public ForestGrid {
        leafCases = List.copyOf(leafCases);
        Grids.require(candidates(Forest.RANDOM_FOREST, trees, leafCases, 0));
    }

    List<ForestSettings> candidates(Forest forest, long seed) {
        return candidates(forest, trees, leafCases, seed);
    }

    private static List<ForestSettings> candidates(Forest forest, int trees, List<Integer> leafCases, long seed) {
        return leafCases.stream().map(least -> new ForestSettings(forest, trees, least, seed)).toList();
    }
}
