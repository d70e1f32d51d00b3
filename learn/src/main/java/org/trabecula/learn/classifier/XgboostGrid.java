package org.trabecula.learn.classifier;

import java.util.ArrayList;
import java.util.List;

/// Boosted trees of XGBoost to be tried.
///
/// @param rate   learning rates, each with every depth
/// @param depth  most splits from root to leaf, each with every number of rounds
/// @param rounds numbers of trees
public record XgboostGrid(List<Double> rate, List<Integer> depth, List<Integer> rounds) {
    public XgboostGrid {
        rate = List.copyOf(rate);
        depth = List.copyOf(depth);
        rounds = List.copyOf(rounds);
        Grids.require(candidates(rate, depth, rounds));
    }

    List<XgboostSettings> candidates() {
        return candidates(rate, depth, rounds);
    }

    private static List<XgboostSettings> candidates(List<Double> rate, List<Integer> depth, List<Integer> rounds) {
        List<XgboostSettings> all = new ArrayList<>();
        for (double eta : rate) {
            for (int most : depth) {
                for (int count : rounds) {
                    all.add(new XgboostSettings(count, most, eta));
                }
            }
        }
        return all;
    }
}
