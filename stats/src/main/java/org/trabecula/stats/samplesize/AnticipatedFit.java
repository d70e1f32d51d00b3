package org.trabecula.stats.samplesize;

import org.trabecula.stats.Normal;

/// How much a model is expected to explain, as Cox and Snell's R², and how common the outcome is.
///
/// ```
/// R²_max = 1 − exp(2 l_0),   l_0 = φ ln φ + (1 − φ) ln(1 − φ)
/// R²_Nagelkerke = R² / R²_max
/// ```
///
/// φ is the prevalence, l_0 the log likelihood a case of a model without predictors.
///
/// Source: Riley et al. 2019, doi:10.1002/sim.7992, section 2; Riley, Van Calster, Collins 2021, doi:10.1002/sim.8806.
///
/// @param coxSnell   R², above 0 and below [#largest()]
/// @param prevalence share of cases
public record AnticipatedFit(double coxSnell, double prevalence) {
    /// Steps of the integral over the linear predictor; see [#ofAuc].
    private static final int STEPS = 4000;
    private static final double TAIL = 10;

    /// @throws org.trabecula.core.InputException STA-114 for an R² that no model can have at this prevalence
    public AnticipatedFit {
        Assumptions.share("a prevalence", prevalence);
        double largest = largest(prevalence);
        if (!(coxSnell > 0 && coxSnell < largest)) {
            throw Assumptions.refused(
                    "Cox and Snell's R² of " + coxSnell + " at a prevalence of " + prevalence,
                    "above 0 and below " + largest + ", the largest there is at this prevalence",
                    "check which R² it is: Nagelkerke's is divided by that largest one");
        }
    }

    /// @throws org.trabecula.core.InputException STA-114 unless both are shares
    public static AnticipatedFit ofNagelkerke(double nagelkerke, double prevalence) {
        Assumptions.share("Nagelkerke's R²", nagelkerke);
        Assumptions.share("a prevalence", prevalence);
        return new AnticipatedFit(nagelkerke * largest(prevalence), prevalence);
    }

    /// From an area under the ROC curve: linear predictors are taken for normal with one variance in both classes, so that
    /// their means lie √2 Φ⁻¹(AUC) standard deviations apart, and R² is that of the logistic model of this score.
    ///
    /// The R package pmsampsize fits that model to 10⁶ simulated cases. In the limit of many cases its coefficients are known
    /// (Bayes' rule for two normals) and its log likelihood is an integral, which is what is computed here: no seed, no
    /// simulation error. The package's R² is met to its three or four stable digits (0.2910 here, 0.2908 there for AUC 0.89 and
    /// prevalence 0.174).
    ///
    /// @throws org.trabecula.core.InputException STA-114 unless 0.5 < AUC < 1
    public static AnticipatedFit ofAuc(double auc, double prevalence) {
        Assumptions.auc(auc);
        Assumptions.share("a prevalence", prevalence);
        double mu = Math.sqrt(2) * Normal.quantile(auc);
        double intercept = Math.log(prevalence / (1 - prevalence)) - mu * mu / 2;
        double step = (mu + 2 * TAIL) / STEPS;
        double logLik = 0;
        for (int k = 0; k <= STEPS; k++) { // the trapezoid rule: the integrand and its derivatives vanish at both ends
            double x = -TAIL + k * step;
            double eta = intercept + mu * x;
            logLik -= step * (prevalence * density(x - mu) * softplus(-eta) + (1 - prevalence) * density(x) * softplus(eta));
        }
        return new AnticipatedFit(-Math.expm1(-2 * (logLik - logLikOfNothing(prevalence))), prevalence);
    }

    /// The R² of a model that knows every outcome.
    public double largest() {
        return largest(prevalence);
    }

    public double nagelkerke() {
        return coxSnell / largest();
    }

    private static double largest(double prevalence) {
        return -Math.expm1(2 * logLikOfNothing(prevalence));
    }

    private static double logLikOfNothing(double prevalence) {
        return prevalence * Math.log(prevalence) + (1 - prevalence) * Math.log1p(-prevalence);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /// log(1 + e^x) without overflow.
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
