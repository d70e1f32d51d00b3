package org.trabecula.learn.exploration;

import org.trabecula.stats.Matrix;
import org.trabecula.stats.correlation.Redundancy;

/// Which of two features that repeat each other goes.
public enum RedundancyRule {
    MOST_REDUNDANT("most-redundant"),
    LATER_OF_PAIR("later-of-pair");

    private final String label;

    RedundancyRule(String label) {
        this.label = label;
    }

    /// @param correlation of every pair
    /// @param above       absolute correlation, 0 to 1
    public Redundancy.Result of(Matrix correlation, double above) {
        return switch (this) {
            case MOST_REDUNDANT -> Redundancy.mostRedundant(correlation, above);
            case LATER_OF_PAIR -> Redundancy.laterOfPair(correlation, above);
        };
    }

    /// As typed.
    @Override
    public String toString() {
        return label;
    }
}
