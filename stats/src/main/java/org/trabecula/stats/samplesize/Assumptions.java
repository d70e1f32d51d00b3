package org.trabecula.stats.samplesize;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.StatsProblem;

/// What a plan may assume; refusals have code STA-114.
final class Assumptions {
    /// Half width of a 95 % interval in standard errors, as the papers and their packages round it.
    static final double Z = 1.96;

    private Assumptions() {}

    static double share(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw refused(what + " of " + value, "a share between 0 and 1", "give it as a share: 0.3 for 30 %");
        }
        return value;
    }

    static double auc(double value) {
        if (!(value > 0.5 && value < 1)) {
            throw refused("an AUC of " + value, "an area above 0.5 and below 1", "take the AUC of an earlier, validated model");
        }
        return value;
    }

    static double above0(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(what + " of " + value, "a number above 0", "give a width such as 0.2");
        }
        return value;
    }

    /// A number of cases, as a whole one.
    ///
    /// @throws InputException STA-114 beyond what a study can have
    static int cases(String what, double needed) {
        if (!(needed <= Integer.MAX_VALUE)) {
            throw refused(what + " would need " + needed + " cases", "a number that can be counted", "ask for less precision");
        }
        return (int) Math.ceil(needed);
    }

    static InputException refused(String found, String expected, String fix) {
        return new InputException(new Problem(StatsProblem.PLAN, "the plan of a study", found, expected, fix));
    }
}
