package org.trabecula.stats.icc;

/// One intraclass correlation.
///
/// @param icc   the estimate, not clipped: it may be negative; NaN where 0/0
/// @param lower of the interval
/// @param upper of the interval; below `lower` where Spearman–Brown turns the limits of a strongly negative ICC(2,1)
/// @param f     the variance ratio tested
/// @param df1   of its numerator
/// @param df2   of its denominator
/// @param p     P(F ≥ f) when subjects do not differ
/// @param why   the reason for a NaN; empty otherwise
public record Icc(
        IccForm form, double icc, double lower, double upper, double f, double df1, double df2, double p, String why) {}
