package org.trabecula.learn.classifier;

import java.util.Locale;
import org.trabecula.learn.Training;

/// How k-nearest neighbours vote.
///
/// @param neighbours k ≥ 1; all training cases where there are fewer
/// @param weights    of their votes
public record NeighbourSettings(int neighbours, Weights weights) implements ClassifierSettings {
    /// How much a neighbour counts.
    public enum Weights {
        /// All the same.
        UNIFORM,
        /// One over its distance; where a neighbour lies on the spot, only those that do, all the same.
        DISTANCE
    }

    public NeighbourSettings {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
    }

    @Override
    public FittedClassifier fit(Training training) {
        double[][] cases = new double[training.size()][];
        boolean[] positive = new boolean[cases.length];
        for (int row = 0; row < cases.length; row++) {
            cases[row] = training.table().row(row);
            positive[row] = training.outcome().isCase(row);
        }
        return new NeighbourModel(training.table().names(), this, cases, positive);
    }

    @Override
    public String words() {
        return neighbours + " neighbours, " + weights.name().toLowerCase(Locale.ROOT) + " weights";
    }
}
