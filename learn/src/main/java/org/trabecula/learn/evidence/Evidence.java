package org.trabecula.learn.evidence;

import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;

/// Whether a logistic model predicts new patients better than the prevalence alone would.
///
/// ```
/// χ² = 2 (ℓ − ℓ_0),   usable when χ² > 2 · terms
/// ```
///
/// ℓ_0 is the log likelihood of the intercept alone. This is Akaike's criterion: a model's expected deviance in new cases is 2 · terms
/// worse than χ² promises. For one term it is a p-value of 0.157, the level at which variables are commonly kept. Cases of one
/// patient count as independent, which favours the model.
///
/// Source: Akaike 1974, doi:10.1109/TAC.1974.1100705; Heinze, Wallisch and Dunkler 2018, doi:10.1002/bimj.201700067.
public final class Evidence {
    private static final double A_TERM = 2;

    private Evidence() {}

    /// The likelihood ratio χ² of a fit against the intercept alone.
    public static double chiSquared(LogisticFit fit) {
        return 2 * (fit.logLik() - fit.nullLogLik());
    }

    /// Why a fit is not usable; empty when it is.
    ///
    /// @param terms     coefficients beside the intercept
    /// @param predictor linear predictor of the fitted cases, larger for the positive class
    public static Optional<String> against(LogisticFit fit, int terms, Outcome outcome, double[] predictor) {
        double chiSquared = chiSquared(fit);
        if (!(chiSquared > A_TERM * terms)) {
            return Optional.of("it predicts " + Shown.count(outcome.size(), "training case") + " no better than their prevalence does "
                    + "(likelihood ratio χ² " + Shown.fixed(Math.max(0, chiSquared), 2) + ", more than " + Shown.fixed(A_TERM * terms, 0)
                    + " needed)");
        }
        double auc = RocCurve.of(outcome, predictor, Direction.CASES_HIGHER).auc();
        // a slope can be positive for the sake of one far case; no cut-off stands on such a score
        return auc > 0.5
                ? Optional.empty()
                : Optional.of("cases of the positive class do not score higher (AUC " + Shown.fixed(auc, 3) + " of "
                        + Shown.count(outcome.size(), "training case") + ")");
    }
}
