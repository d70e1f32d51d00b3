package org.trabecula.learn.importance;

import java.util.List;
import java.util.Optional;
import org.trabecula.learn.classifier.FittedClassifier;
import org.trabecula.learn.classifier.LightgbmModel;
import org.trabecula.learn.classifier.NeighbourModel;
import org.trabecula.learn.classifier.SvmModel;
import org.trabecula.learn.classifier.TreesModel;
import org.trabecula.learn.classifier.XgboostModel;
import org.trabecula.learn.signature.Signature;
import org.trabecula.learn.tree.Tree;
import org.trabecula.learn.tree.TreeShap;
import org.trabecula.table.FeatureTable;

/// What each feature adds to a case's score, on the score's own scale: `score = expected + Σ_j φ_j`.
///
/// @param names    features
/// @param expected the score of a case of which nothing is known
/// @param byCase   per case, in the order of the table, one contribution per feature
public record Contributions(List<String> names, double expected, double[][] byCase) {
    public Contributions {
        names = List.copyOf(names);
        for (double[] one : byCase) {
            if (one.length != names.size()) {
                throw new IllegalArgumentException(one.length + " contributions of " + names.size() + " features");
            }
        }
    }

    /// Of trees by [TreeShap]; empty for classifiers whose scores do not come apart that way: see [PermutationImportance].
    public static Optional<Contributions> of(FittedClassifier model, FeatureTable table) {
        return switch (model) {
            case TreesModel(List<String> names, List<Tree> trees) ->
                    Optional.of(ofTrees(names, trees, trees.size(), table.select(names)));
            case XgboostModel(List<String> names, List<Tree> trees) ->
                    Optional.of(ofTrees(names, trees, 1, singlePrecision(table.select(names))));
            case LightgbmModel(List<String> names, List<Tree> trees) ->
                    Optional.of(ofTrees(names, trees, 1, table.select(names)));
            case SvmModel _, NeighbourModel _ -> Optional.empty();
        };
    }

    /// Of a linear score: coefficient × value; expected is the intercept, the score of a case with a 0 in each feature, which is
    /// the mean of z-scored ones.
    public static Contributions of(Signature signature, FeatureTable table) {
        double[][] byCase = new double[table.rows()][signature.names().size()];
        for (int feature = 0; feature < signature.names().size(); feature++) {
            double[] values = table.column(signature.names().get(feature));
            for (int row = 0; row < byCase.length; row++) {
                byCase[row][feature] = signature.coefficients()[feature] * values[row];
            }
        }
        return new Contributions(signature.names(), signature.intercept(), byCase);
    }

    /// @param share of how many trees the score is the mean; 1 for a sum
    private static Contributions ofTrees(List<String> names, List<Tree> trees, int share, FeatureTable table) {
        double expected = 0;
        for (Tree tree : trees) {
            expected += TreeShap.expected(tree);
        }
        double[][] byCase = new double[table.rows()][names.size()];
        for (int row = 0; row < byCase.length; row++) {
            double[] x = table.row(row);
            for (Tree tree : trees) {
                TreeShap.add(tree, x, byCase[row]);
            }
            for (int feature = 0; feature < names.size(); feature++) {
                byCase[row][feature] /= share;
            }
        }
        return new Contributions(names, expected / share, byCase);
    }

    private static FeatureTable singlePrecision(FeatureTable table) {
        double[][] columns = new double[table.names().size()][table.rows()];
        for (int feature = 0; feature < columns.length; feature++) {
            for (int row = 0; row < table.rows(); row++) {
                columns[feature][row] = (float) table.value(row, feature);
            }
        }
        return new FeatureTable(table.caseIds(), table.names(), columns);
    }

    /// Mean size of the contributions of each feature over the cases: a ranking.
    public double[] meanSizes() {
        double[] sizes = new double[names.size()];
        for (double[] one : byCase) {
            for (int feature = 0; feature < sizes.length; feature++) {
                sizes[feature] += Math.abs(one[feature]) / byCase.length;
            }
        }
        return sizes;
    }
}
