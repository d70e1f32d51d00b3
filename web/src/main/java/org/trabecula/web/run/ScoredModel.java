package org.trabecula.web.run;

import java.util.OptionalDouble;

/// One model and one way in which it scored cases.
///
/// @param kind       `crossfit`, `in-sample` or `test`
/// @param cases      with such a score
/// @param cutoffFrom the lowest cut-off by which they were called: folds have their own; empty where nothing is called
/// @param cutoffTo   the highest; the same as the lowest where there is one
public record ScoredModel(String model, String kind, int cases, OptionalDouble cutoffFrom, OptionalDouble cutoffTo) {}
