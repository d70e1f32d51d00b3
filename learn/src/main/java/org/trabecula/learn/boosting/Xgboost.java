package org.trabecula.learn.boosting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.trabecula.learn.Training;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

/// Boosting by XGBoost (Chen and Guestrin 2016, doi:10.1145/2939672.2939785): logistic loss, exact greedy splits, λ = 1, γ = 0, child
/// weight at least 1, all rows and columns, from a margin of 0 (`base_score` 0.5), on one thread: two threads on two busy cores took a
/// hundred times as long.
public final class Xgboost {
    /// The margin that trees are added to is 0 with it: log(p / (1 − p)).
    static final float BASE_SCORE = 0.5f;

    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("objective", "binary:logistic"), Map.entry("base_score", BASE_SCORE), Map.entry("tree_method", "exact"),
            Map.entry("lambda", 1), Map.entry("alpha", 0), Map.entry("gamma", 0), Map.entry("min_child_weight", 1),
            Map.entry("subsample", 1), Map.entry("colsample_bytree", 1), Map.entry("nthread", 1), Map.entry("seed", 0),
            Map.entry("verbosity", 0));

    private Xgboost() {}

    /// @param rounds    trees
    /// @param mostDepth splits on the longest way from root to leaf at most
    /// @param rate      learning rate η
    /// @return trees whose limits and leaves are single-precision numbers; a value is to be rounded to one before it is compared
    public static List<Tree> fit(Training training, int rounds, int mostDepth, double rate) {
        return NativeFit.by("XGBoost", () -> XgboostJson.trees(model(training, rounds, mostDepth, rate)));
    }

    /// The fitted model as XGBoost writes it.
    static byte[] model(Training training, int rounds, int mostDepth, double rate) throws XGBoostError {
        Map<String, Object> settings = new LinkedHashMap<>(SETTINGS);
        settings.put("max_depth", mostDepth);
        settings.put("eta", rate);
        DMatrix matrix = matrix(training.table());
        try {
            float[] labels = new float[training.size()];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = training.outcome().isCase(row) ? 1 : 0;
            }
            matrix.setLabel(labels);
            Booster booster = XGBoost.train(matrix, settings, rounds, Map.of(), null, null);
            try {
                return booster.toByteArray("json");
            } finally {
                booster.dispose();
            }
        } finally {
            matrix.dispose();
        }
    }

    /// The caller disposes of it.
    static DMatrix matrix(FeatureTable table) throws XGBoostError {
        int features = table.names().size();
        float[] values = new float[table.rows() * features];
        for (int row = 0; row < table.rows(); row++) {
            for (int feature = 0; feature < features; feature++) {
                values[row * features + feature] = (float) table.value(row, feature);
            }
        }
        return new DMatrix(values, table.rows(), features, Float.NaN);
    }
}
