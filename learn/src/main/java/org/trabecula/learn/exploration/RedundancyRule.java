package org.trabecula.learn.exploration;

import org.trabecula.stats.correlation.CorrelatedPairs;
import org.trabecula.stats.correlation.Redundancy;

/// Which of two features that repeat each other goes.
public enum RedundancyRule {
    MOST_REDUNDANT("most-redundant"),
    LATER_OF_PAIR("later-of-pair");

    private final String label;

    RedundancyRule(String label) {
        this.label = label;
    }

    /// @param pairs of features that repeat each other
    public Redundancy.Result of(CorrelatedPairs pairs) {
        return switch (this) {
            case MOST_REDUNDANT -> Redundancy.mostRedundant(pairs);
            case LATER_OF_PAIR -> Redundancy.laterOfPair(pairs);
        };
    }

    /// As typed.
    @Override
    public String toString() {
        return label;
    }
}
