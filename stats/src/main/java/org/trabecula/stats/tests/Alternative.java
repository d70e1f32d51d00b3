package org.trabecula.stats.tests;

/// What a test asks for.
public enum Alternative {
    TWO_SIDED,
    /// The first sample lies lower, or the odds ratio is below 1.
    LESS,
    /// The first sample lies higher, or the odds ratio is above 1.
    GREATER
}
