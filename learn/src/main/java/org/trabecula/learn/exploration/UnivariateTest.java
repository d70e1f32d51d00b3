package org.trabecula.learn.exploration;

import org.trabecula.stats.tests.Alternative;
import org.trabecula.stats.tests.MannWhitney;
import org.trabecula.stats.tests.TestResult;
import org.trabecula.stats.tests.TwoSamples;

/// Tests of one feature between two classes.
public enum UnivariateTest {
    /// Exact or normal as R chooses.
    MANN_WHITNEY("mannwhitney"),
    MANN_WHITNEY_NORMAL("mannwhitney-normal"),
    STUDENT("student"),
    WELCH("welch"),
    /// Ranks where either class is not normal by Shapiro–Wilk.
    AUTO("auto");

    /// Below this p of Shapiro–Wilk in either class [#AUTO] takes ranks.
    private static final double NORMAL_ABOVE = 0.05;

    private final String label;

    UnivariateTest(String label) {
        this.label = label;
    }

    TestResult of(double[] cases, double[] controls) {
        return switch (this) {
            case MANN_WHITNEY -> MannWhitney.test(cases, controls);
            case MANN_WHITNEY_NORMAL -> MannWhitney.test(cases, controls, Alternative.TWO_SIDED, MannWhitney.Method.NORMAL);
            case STUDENT -> TwoSamples.student(cases, controls);
            case WELCH -> TwoSamples.welch(cases, controls);
            case AUTO -> TwoSamples.byNormality(cases, controls, NORMAL_ABOVE);
        };
    }

    /// As typed.
    @Override
    public String toString() {
        return label;
    }
}
