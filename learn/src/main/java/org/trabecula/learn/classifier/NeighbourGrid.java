package org.trabecula.learn.classifier;

import java.util.ArrayList;
import java.util.List;

/// Numbers of neighbours to be tried, all of them with the first weights, then with the next.
public record NeighbourGrid(List<NeighbourSettings.Weights> weights, List<Integer> neighbours) {
    public NeighbourGrid {
        weights = List.copyOf(weights);
        neighbours = List.copyOf(neighbours);
        Grids.require(candidates(weights, neighbours));
    }

    List<NeighbourSettings> candidates() {
        return candidates(weights, neighbours);
    }

    private static List<NeighbourSettings> candidates(List<NeighbourSettings.Weights> weights, List<Integer> neighbours) {
        List<NeighbourSettings> all = new ArrayList<>();
        for (NeighbourSettings.Weights weighted : weights) {
            for (int count : neighbours) {
                all.add(new NeighbourSettings(count, weighted));
            }
        }
        return all;
    }
}
