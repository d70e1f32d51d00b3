package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

/// One tree or a forest: the score is the mean over trees of the share of the positive class in the leaf that a case comes to.
///
/// @param trees at least one; the values of their leaves are shares
public record TreesModel(List<String> names, List<Tree> trees) implements FittedClassifier {
    public TreesModel {
        names = List.copyOf(names);
        trees = List.copyOf(trees);
        Sound.names("features of a classifier", names);
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("a forest has at least one tree");
        }
        for (Tree tree : trees) {
            tree.requireFeatures(names.size());
        }
    }

    @Override
    public double[] score(FeatureTable table) {
        FeatureTable selected = table.select(names);
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            double[] x = selected.row(row);
            double sum = 0;
            for (Tree tree : trees) {
                sum += tree.value(x);
            }
            scores[row] = sum / trees.size();
        }
        return scores;
    }
}
