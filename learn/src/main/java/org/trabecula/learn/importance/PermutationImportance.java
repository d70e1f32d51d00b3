package org.trabecula.learn.importance;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.classifier.FittedClassifier;
import org.trabecula.stats.Moments;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.table.FeatureTable;

/// How much AUC is lost when one feature's values are dealt out anew among the cases, all others as they are (Breiman 2001,
/// doi:10.1023/A:1010933404324; scikit-learn's `permutation_importance` with `roc_auc`). Features that stand in for each
/// other lose little each.
///
/// On training cases it says what the model rests on, on others what of that holds.
///
/// @param names features
/// @param auc   with all values in place
/// @param drops per feature, mean loss over the repeats; below 0 where the shuffled feature did better
/// @param sds   per feature, standard deviation over the repeats (n − 1)
/// @param repeats deals of each feature
public record PermutationImportance(List<String> names, double auc, double[] drops, double[] sds, int repeats) {
    public PermutationImportance {
        names = List.copyOf(names);
        if (drops.length != names.size() || sds.length != names.size()) {
            throw new IllegalArgumentException(drops.length + " drops and " + sds.length + " deviations of " + names.size() + " features");
        }
    }

    /// @param table   cases, with both classes among them
    /// @param outcome in the order of the table
    /// @param repeats at least 2
    /// @param random  a stream for each feature and repeat
    /// @param jobs    threads; the result does not depend on it
    public static PermutationImportance of(
            FittedClassifier model, FeatureTable table, Outcome outcome, int repeats, RandomStreams random, int jobs) {
        if (repeats < 2) {
            throw new IllegalArgumentException("a standard deviation needs at least 2 repeats, got " + repeats);
        }
        FeatureTable seen = table.select(model.names());
        double auc = auc(model, seen, outcome);
        int features = seen.names().size();
        List<Double> lost = Parallel.map(features * repeats, jobs, task -> {
            int feature = task / repeats;
            SplittableRandom stream = random.stream(seen.names().get(feature) + "/" + task % repeats);
            return auc - auc(model, shuffled(seen, feature, stream), outcome);
        });
        double[] drops = new double[features];
        double[] sds = new double[features];
        for (int feature = 0; feature < features; feature++) {
            double[] own = lost.subList(feature * repeats, (feature + 1) * repeats).stream().mapToDouble(drop -> drop).toArray();
            drops[feature] = Moments.mean(own);
            sds[feature] = Moments.sd(own, 1);
        }
        return new PermutationImportance(seen.names(), auc, drops, sds, repeats);
    }

    private static double auc(FittedClassifier model, FeatureTable table, Outcome outcome) {
        return RocCurve.of(outcome, model.score(table), Direction.CASES_HIGHER).auc();
    }

    private static FeatureTable shuffled(FeatureTable table, int feature, SplittableRandom random) {
        int[] order = IntStream.range(0, table.rows()).toArray();
        RandomStreams.shuffle(order, random);
        double[][] columns = new double[table.names().size()][];
        for (int column = 0; column < columns.length; column++) {
            double[] values = table.column(column);
            columns[column] = column == feature ? IntStream.of(order).mapToDouble(row -> values[row]).toArray() : values;
        }
        return new FeatureTable(table.caseIds(), table.names(), columns);
    }
}
