package org.trabecula.stats.samplesize;

/// What one criterion of a validation asks for.
///
/// @param cases         needed
/// @param standardError that they give at most, on the scale of the criterion (ln for observed over expected)
/// @param width         of the 95 % interval that was asked for
public record Precision(int cases, double standardError, double width) {}
