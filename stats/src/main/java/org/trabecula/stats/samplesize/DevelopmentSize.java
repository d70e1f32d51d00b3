package org.trabecula.stats.samplesize;

/// How many cases the development of a model for a binary outcome needs: Riley's three criteria.
///
/// ```
/// (1) predictor effects shrink to S:                 n = P / ((S − 1) ln(1 − R² / S))
/// (2) Nagelkerke's R² is overrated by at most δ:     (1) with S = R² / (R² + δ R²_max)
/// (3) the overall risk is known to ± δ:              n = (1.96 / δ)² φ (1 − φ)
/// ```
///
/// P counts every parameter that may enter the model, chosen in the end or not; δ = 0.05; n is rounded up. The criteria are
/// those of an unpenalised regression on independent cases: cases of one patient count for less, and a penalised fit shrinks by
/// itself, by an amount that few cases do not tell.
///
/// Source: Riley et al. 2019, doi:10.1002/sim.7992, with the correction doi:10.1002/sim.8409; Riley et al. 2020,
/// doi:10.1136/bmj.m441. The same numbers as the R package pmsampsize, type "b".
///
/// @param fit            what is expected of the model
/// @param parameters     P
/// @param shrinkage      S of (1), such as 0.9
/// @param ofShrinkage    cases by (1)
/// @param ofOptimism     cases by (2)
/// @param ofOverallRisk  cases by (3)
public record DevelopmentSize(
        AnticipatedFit fit, int parameters, double shrinkage, int ofShrinkage, int ofOptimism, int ofOverallRisk) {
    /// The largest difference between apparent and adjusted R², and the half width of the overall risk's interval.
    public static final double MARGIN = 0.05;

    private static final int BISECTIONS = 200;

    /// @param parameters at least 1
    /// @throws org.trabecula.core.InputException STA-114 for what cannot be assumed
    public static DevelopmentSize of(AnticipatedFit fit, int parameters, double shrinkage) {
        if (parameters < 1) {
            throw Assumptions.refused(parameters + " candidate features", "at least one", "count every feature that may enter");
        }
        Assumptions.share("a shrinkage", shrinkage);
        if (!(shrinkage > fit.coxSnell())) {
            throw Assumptions.refused(
                    "a shrinkage of " + shrinkage + " with Cox and Snell's R² of " + fit.coxSnell(),
                    "a shrinkage above that R²", "take 0.9, as Riley and colleagues do");
        }
        return new DevelopmentSize(
                fit, parameters, shrinkage,
                Assumptions.cases("little shrinkage", parameters / perCase(fit, shrinkage)),
                Assumptions.cases("little optimism", parameters / perCase(fit, optimistic(fit))),
                Assumptions.cases("a known overall risk", ofOverallRisk(fit)));
    }

    /// The cases that meet all three.
    public int cases() {
        return Math.max(Math.max(ofShrinkage, ofOptimism), ofOverallRisk);
    }

    /// Of [#cases()], rounded up.
    public int events() {
        return (int) Math.ceil(cases() * fit.prevalence());
    }

    /// Events for every candidate, of so many cases.
    public double eventsPerParameter(int cases) {
        return cases * fit.prevalence() / parameters;
    }

    /// What effects are expected to shrink to in a study of so many cases: the S that makes (1) true. Near 0 where there are
    /// many more candidates than events.
    public double expectedShrinkage(int cases) {
        double low = fit.coxSnell();
        double high = 1;
        for (int k = 0; k < BISECTIONS; k++) { // the more cases, the less shrinkage
            double middle = (low + high) / 2;
            if (middle > low && perCase(fit, middle) * cases > parameters) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The most candidates for which so many cases meet all criteria; 0 where none does.
    public int mostParameters(int cases) {
        double each = Math.min(perCase(fit, shrinkage), perCase(fit, optimistic(fit)));
        return cases < ofOverallRisk ? 0 : (int) Math.floor(cases * each);
    }

    /// S that (2) asks for.
    private static double optimistic(AnticipatedFit fit) {
        return fit.coxSnell() / (fit.coxSnell() + MARGIN * fit.largest());
    }

    /// P / n of (1).
    private static double perCase(AnticipatedFit fit, double s) {
        return (s - 1) * Math.log1p(-fit.coxSnell() / s);
    }

    private static double ofOverallRisk(AnticipatedFit fit) {
        double halfWidths = Assumptions.Z / MARGIN;
        return halfWidths * halfWidths * fit.prevalence() * (1 - fit.prevalence());
    }
}
