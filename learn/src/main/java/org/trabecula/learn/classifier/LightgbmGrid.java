package org.trabecula.learn.classifier;

import java.util.ArrayList;
import java.util.List;

/// Boosted trees of LightGBM to be tried.
///
/// @param rate   learning rates, each with every number of leaves
/// @param leaves most leaves of a tree, each with every number of rounds
/// @param rounds numbers of trees
public record LightgbmGrid(List<Double> rate, List<Integer> leaves, List<Integer> rounds) {
    public LightgbmGrid {
        rate = List.copyOf(rate);
        leaves = List.copyOf(leaves);
        rounds = List.copyOf(rounds);
        Grids.require(candidates(rate, leaves, rounds));
    }

    List<LightgbmSettings> candidates() {
        return candidates(rate, leaves, rounds);
    }

    private static List<LightgbmSettings> candidates(List<Double> rate, List<Integer> leaves, List<Integer> rounds) {
        List<LightgbmSettings> all = new ArrayList<>();
        for (double eta : rate) {
            for (int most : leaves) {
                for (int count : rounds) {
                    all.add(new LightgbmSettings(count, most, eta));
                }
            }
        }
        return all;
    }
}
