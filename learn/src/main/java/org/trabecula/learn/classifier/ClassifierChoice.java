package org.trabecula.learn.classifier;

import java.util.List;
import org.trabecula.core.RandomStreams;
import org.trabecula.learn.Folds;

/// Several classifiers for one signature, each with its grid search over the same folds of the training cases, and which of them
/// is taken: the one whose best candidate has the largest mean AUC; of equals the one named first. Test cases have no say in it.
///
/// @param searches one per classifier, in the order in which they were named; at least one
public record ClassifierChoice(List<GridSearch> searches) {
    public ClassifierChoice {
        searches = List.copyOf(searches);
        long kinds = searches.stream().map(GridSearch::classifier).distinct().count();
        if (searches.isEmpty() || kinds != searches.size()) {
            throw new IllegalArgumentException("a choice is among different classifiers, got " + kinds + " in " + searches.size());
        }
    }

    /// @param grids    what is tried of each
    /// @param folds    of the training cases, with the signature's features
    /// @param features their number
    /// @param random   streams of this signature's classifiers
    /// @param jobs     threads; the result does not depend on it
    public static ClassifierChoice over(
            List<Classifier> classifiers, Grids grids, Folds folds, int features, RandomStreams random, int jobs) {
        return new ClassifierChoice(classifiers.stream()
                .map(one -> GridSearch.over(one, grids.candidates(one, features, random.seedOf(one.label())), folds, jobs))
                .toList());
    }

    /// The search of the classifier that is taken.
    public GridSearch best() {
        GridSearch best = searches.getFirst();
        for (GridSearch search : searches) {
            if (search.bestAuc() > best.bestAuc() + GridSearch.ROUNDING || Double.isNaN(best.bestAuc())) {
                best = search;
            }
        }
        return best;
    }
}
