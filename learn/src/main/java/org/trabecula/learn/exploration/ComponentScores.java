package org.trabecula.learn.exploration;

import org.trabecula.stats.Matrix;
import org.trabecula.stats.reduction.PrincipalComponents;

/// Principal components of all rows and their scores; the loading of largest absolute value is positive.
public record ComponentScores(PrincipalComponents components, Matrix scores) {
    /// @param standardize whether columns are divided by their standard deviation (n − 1)
    /// @param wanted      at most so many, at least 1
    public static ComponentScores of(Matrix x, boolean standardize, int wanted, int jobs) {
        PrincipalComponents fit = PrincipalComponents.fit(
                x,
                standardize ? PrincipalComponents.Scaling.CENTRE_AND_SCALE : PrincipalComponents.Scaling.CENTRE,
                wanted,
                jobs);
        return new ComponentScores(fit, fit.scores(x, jobs));
    }
}
