package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.learn.Sound;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

/// Boosted trees of XGBoost, evaluated in Java to the same bits: the score is the margin (log-odds), the sum over trees of their
/// leaves, added one after the other in single precision, from 0.
///
/// @param trees limits and values of leaves are single-precision numbers, as XGBoost has them; a value is rounded to single
///              precision before it is compared
public record XgboostModel(List<String> names, List<Tree> trees) implements FittedClassifier {
    public XgboostModel {
        names = List.copyOf(names);
        trees = List.copyOf(trees);
        Sound.names("features of a classifier", names);
        for (Tree tree : trees) {
            tree.requireFeatures(names.size());
            for (double number : tree.numbers()) {
                if ((float) number != number) {
                    throw new IllegalArgumentException("a number of XGBoost has single precision, got " + number);
                }
            }
        }
    }

    @Override
    public double[] score(FeatureTable table) {
        FeatureTable selected = table.select(names);
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            double[] x = singlePrecision(selected.row(row));
            float margin = 0;
            for (Tree tree : trees) {
                margin += (float) tree.value(x);
            }
            scores[row] = margin;
        }
        return scores;
    }

    private static double[] singlePrecision(double[] values) {
        double[] rounded = new double[values.length];
        for (int at = 0; at < rounded.length; at++) {
            rounded[at] = (float) values[at];
        }
        return rounded;
    }
}
