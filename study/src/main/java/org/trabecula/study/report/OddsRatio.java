package org.trabecula.study.report;

import org.trabecula.study.fit.LogisticModel;

/// What one unit of a term multiplies the odds by, with its 95 % interval from the robust standard error.
record OddsRatio(double ratio, double lower, double upper) {
    private static final double Z = 1.96;

    static OddsRatio of(LogisticModel model, int term) {
        double b = model.coefficients()[term];
        double se = model.standardError(term);
        return new OddsRatio(Math.exp(b), Math.exp(b - Z * se), Math.exp(b + Z * se));
    }
}
