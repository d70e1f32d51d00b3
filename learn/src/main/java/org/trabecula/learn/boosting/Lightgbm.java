package org.trabecula.learn.boosting;

import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.util.List;
import org.trabecula.learn.Training;
import org.trabecula.learn.tree.Tree;
import org.trabecula.table.FeatureTable;

/// Boosting by LightGBM (Ke and others 2017, "LightGBM: A Highly Efficient Gradient Boosting Decision Tree"): logistic loss, from the
/// prevalence, leaf-wise growth, at least 5 cases and a Hessian of 0.001 a leaf, no shrinking of leaves (λ = 0), bins of at least 3
/// cases, all rows and columns, on one thread: two threads on two busy cores took a hundred times as long.
public final class Lightgbm {
    private static final String SETTINGS = "objective=binary boost_from_average=true min_data_in_leaf=5 min_sum_hessian_in_leaf=0.001"
            + " lambda_l1=0 lambda_l2=0 max_bin=255 min_data_in_bin=3 feature_pre_filter=false"
            + " deterministic=true force_row_wise=true num_threads=1 seed=0 verbosity=-1";

    private Lightgbm() {}

    /// @param rounds     trees at most: LightGBM stops where no split is left
    /// @param mostLeaves leaves of a tree at most
    /// @param rate       learning rate
    public static List<Tree> fit(Training training, int rounds, int mostLeaves, double rate) {
        return NativeFit.by("LightGBM", () -> LightgbmText.trees(model(training, rounds, mostLeaves, rate)));
    }

    /// The fitted model as LightGBM writes it.
    static String model(Training training, int rounds, int mostLeaves, double rate) throws LGBMException, IOException {
        LightgbmLibrary.load();
        String settings = SETTINGS + " num_leaves=" + mostLeaves + " learning_rate=" + rate;
        FeatureTable table = training.table();
        try (LGBMDataset data = LGBMDataset.createFromMat(
                values(table), table.rows(), table.names().size(), true, settings, null)) {
            float[] labels = new float[training.size()];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = training.outcome().isCase(row) ? 1 : 0;
            }
            data.setField("label", labels);
            try (LightgbmBooster booster = new LightgbmBooster(data, settings)) {
                boolean finished = false;
                for (int round = 0; round < rounds && !finished; round++) {
                    finished = booster.update();
                }
                return booster.model();
            }
        }
    }

    /// Row by row.
    static double[] values(FeatureTable table) {
        int features = table.names().size();
        double[] values = new double[table.rows() * features];
        for (int row = 0; row < table.rows(); row++) {
            for (int feature = 0; feature < features; feature++) {
                values[row * features + feature] = table.value(row, feature);
            }
        }
        return values;
    }
}
