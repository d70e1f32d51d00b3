package org.trabecula.radiomics.texture;

/// Haralick's two information measures of correlation. Letters as in [JointDistribution], ε the guard:
///
/// ```
/// HX   = −Σ_i p_x(i) log₂(p_x(i) + ε)                  HY likewise
/// HXY  = −Σ_ij p_ij log₂(p_ij + ε)
/// HXY1 = −Σ_ij p_ij log₂(p_x(i) p_y(j) + ε)
/// HXY2 = −Σ_ij p_x(i) p_y(j) log₂(p_x(i) p_y(j) + ε)
/// ```
///
/// As `log₂(ab + ε) = log₂ a + log₂ b + ln(1 + ε/ab)/ln 2`, HXY1 and HXY2 are each HX + HY without guard, less a small sum of
/// the last term. In HXY2 that sum is `ε n_x n_y / ln 2` for n_x, n_y levels with pairs, up to at most that amount (each
/// cell gives ε − ε²/2ab + …, between 0 and ε): no logarithm per pair of levels is needed.
///
/// Source: Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314; IBSI reference manual.
final class InformationCorrelation {
    private static final double LN_2 = Math.log(2);

    /// Differences of entropies below this many units in the last place are rounding only.
    private static final int ROUNDING_ULPS = 4;

    private InformationCorrelation() {}

    /// First measure — IBSI `R8DG`, PyRadiomics `Imc1`: `(HXY − HXY1) / max(HX, HY)`. Where the divisor is 0 PyRadiomics
    /// gives 0; without guard it is undefined, NaN.
    static double first(JointDistribution d) {
        double hx = 0;
        double hy = 0;
        double guarded = 0;
        for (int rank = 1; rank <= d.ranks(); rank++) {
            hx += Entropy.term(d.px(rank), d.guard());
            hy += Entropy.term(d.py(rank), d.guard());
        }
        for (int cell = 0; cell < d.cells(); cell++) {
            guarded += d.p(cell) * log1p(d.guard() / (d.px(d.row(cell)) * d.py(d.column(cell))));
        }
        double divisor = Math.max(hx, hy);
        if (divisor == 0) {
            return d.guard() > 0 ? 0 : Double.NaN;
        }
        double hxy1 = marginalEntropies(d) - guarded / LN_2;
        return (d.entropy() - hxy1) / divisor;
    }

    /// Second measure — IBSI `JN9H`, PyRadiomics `Imc2`: `√(1 − exp(−2 (HXY2 − HXY)))`, the entropies in bits as they are.
    ///
    /// 0 where HXY2 = HXY up to rounding (levels independent). Where HXY2 < HXY beyond that, 0 without guard (IBSI) and
    /// NaN with it (PyRadiomics).
    static double second(JointDistribution d) {
        int levelsX = 0;
        int levelsY = 0;
        for (int rank = 1; rank <= d.ranks(); rank++) {
            levelsX += d.px(rank) > 0 ? 1 : 0;
            levelsY += d.py(rank) > 0 ? 1 : 0;
        }
        double hxy2 = marginalEntropies(d) - d.guard() * levelsX * levelsY / LN_2;
        double excess = hxy2 - d.entropy();
        if (Math.abs(excess) <= ROUNDING_ULPS * Math.ulp(hxy2) || excess < 0 && d.guard() == 0) {
            return 0;
        }
        return Math.sqrt(1 - Math.exp(-2 * excess));
    }

    /// HX + HY without guard.
    private static double marginalEntropies(JointDistribution d) {
        double bits = 0;
        for (int rank = 1; rank <= d.ranks(); rank++) {
            bits += Entropy.term(d.px(rank), Entropy.NO_GUARD) + Entropy.term(d.py(rank), Entropy.NO_GUARD);
        }
        return bits;
    }

    /// `ln(1 + x)`, without the call for the tiny x of all but rare levels (then exact to x³/3).
    private static double log1p(double x) {
        return x < 1e-5 ? x - x * x / 2 : Math.log1p(x);
    }
}
