package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.table.FeatureTable;

/// k-nearest neighbours by Euclidean distance, as scikit-learn's `KNeighborsClassifier`: the score is the neighbours' weighted
/// share of the positive class. Features should be z-scored, so that each weighs the same.
///
/// Of training cases at the same distance the earlier is the nearer (in scikit-learn nobody promises which).
///
/// @param cases    the training cases, each with one value per feature
/// @param positive whether each is of the positive class
public record NeighbourModel(List<String> names, NeighbourSettings settings, double[][] cases, boolean[] positive)
        implements FittedClassifier {
    public NeighbourModel {
        names = List.copyOf(names);
        Sound.names("features of a classifier", names);
        Sound.count("outcomes", positive.length, cases.length);
        Sound.finiteRows("values of a training case", cases, names.size());
        if (cases.length == 0) {
            throw new IllegalArgumentException("neighbours need at least one training case");
        }
    }

    @Override
    public double[] score(FeatureTable table) {
        FeatureTable selected = table.select(names);
        double[] scores = new double[table.rows()];
        int[] nearest = new int[Math.min(settings.neighbours(), cases.length)];
        double[] squares = new double[nearest.length];
        for (int row = 0; row < scores.length; row++) {
            findNearest(selected.row(row), nearest, squares);
            scores[row] = share(nearest, squares);
        }
        return scores;
    }

    @Override
    public int rowsHeld() {
        return cases.length;
    }

    /// Fills in the nearest cases, nearest first, and the squares of their distances.
    private void findNearest(double[] x, int[] nearest, double[] squares) {
        int found = 0;
        for (int candidate = 0; candidate < cases.length; candidate++) {
            double square = 0;
            for (int feature = 0; feature < x.length; feature++) {
                double apart = x[feature] - cases[candidate][feature];
                square += apart * apart;
            }
            int place = found;
            while (place > 0 && square < squares[place - 1]) {
                place--;
            }
            if (place == nearest.length) {
                continue;
            }
            found = Math.min(found + 1, nearest.length);
            System.arraycopy(nearest, place, nearest, place + 1, found - place - 1);
            System.arraycopy(squares, place, squares, place + 1, found - place - 1);
            nearest[place] = candidate;
            squares[place] = square;
        }
    }

    private double share(int[] nearest, double[] squares) {
        boolean onTheSpot = squares[0] == 0;
        double positives = 0;
        double all = 0;
        for (int at = 0; at < nearest.length; at++) {
            double weight = switch (settings.weights()) {
                case UNIFORM -> 1;
                case DISTANCE -> onTheSpot ? (squares[at] == 0 ? 1 : 0) : 1 / Math.sqrt(squares[at]);
            };
            all += weight;
            positives += positive[nearest[at]] ? weight : 0;
        }
        return positives / all;
    }
}
