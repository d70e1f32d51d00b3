package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

/// Boosted trees of LightGBM, evaluated in Java to the same bits: the score is LightGBM's raw score (log-odds), the sum over
/// trees of their leaves, added one after the other; the start from the prevalence stands in the first tree's leaves.
public record LightgbmModel(List<String> names, List<Tree> trees) implements FittedClassifier {
    public LightgbmModel {
        names = List.copyOf(names);
        trees = List.copyOf(trees);
        Sound.names("features of a classifier", names);
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
            for (Tree tree : trees) {
                scores[row] += tree.value(x);
            }
        }
        return scores;
    }
}
