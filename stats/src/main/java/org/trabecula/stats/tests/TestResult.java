package org.trabecula.stats.tests;

import org.trabecula.stats.Interval;

/// What a test found.
///
/// @param method    its name, with the variant that ran
/// @param statistic t, F, W, chi-square …; NaN for tests without one
/// @param df1       degrees of freedom, of the numerator for F; NaN if none
/// @param df2       degrees of freedom of the denominator; NaN if none
/// @param p         two-sided unless the method says otherwise; NaN where the test is not defined
/// @param estimate  of the effect: mean difference, location shift, odds ratio; NaN if none
/// @param interval  95 % of the effect; [Interval#NONE] if none
public record TestResult(
        String method, double statistic, double df1, double df2, double p, double estimate, Interval interval) {

    static TestResult of(String method, double statistic, double df, double p) {
        return new TestResult(method, statistic, df, Double.NaN, p, Double.NaN, Interval.NONE);
    }

    static TestResult ofF(String method, double f, double df1, double df2, double p) {
        return new TestResult(method, f, df1, df2, p, Double.NaN, Interval.NONE);
    }
}
