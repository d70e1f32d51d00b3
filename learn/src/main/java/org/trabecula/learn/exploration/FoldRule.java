package org.trabecula.learn.exploration;

import java.util.List;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.resampling.FoldAssignment;

/// Where the folds of a cross-validation come from.
public sealed interface FoldRule {
    FoldAssignment of(int cases);

    /// As a column says.
    ///
    /// @param folds any numbers, one a case
    record Given(int[] folds) implements FoldRule {
        @Override
        public FoldAssignment of(int cases) {
            return FoldAssignment.given(folds);
        }
    }

    /// Runs of neighbouring rows, as scikit-learn deals them.
    record Contiguous(int count) implements FoldRule {
        @Override
        public FoldAssignment of(int cases) {
            return FoldAssignment.contiguous(cases, count);
        }
    }

    /// At random, with equal shares of each class.
    ///
    /// @param classes one a case
    /// @param groups  that stay together, one a case; empty when each case is on its own
    record Dealt(int[] classes, List<String> groups, int count, long seed) implements FoldRule {
        @Override
        public FoldAssignment of(int cases) {
            var random = new RandomStreams(seed).stream("folds");
            return groups.isEmpty()
                    ? FoldAssignment.stratified(classes, count, random)
                    : FoldAssignment.grouped(groups, classes, count, random);
        }
    }
}
