package org.trabecula.radiomics.ibsi.morphology;

/// An ellipsoid by its semi-axes in mm, a ≥ b ≥ c.
public record Ellipsoid(double aMm, double bMm, double cMm) {
    /// Terms of the series after the first, as the IBSI suggests.
    private static final int TERMS = 20;

    public double volumeMm3() {
        return 4 * Math.PI / 3 * aMm * bMm * cMm;
    }

    /// The surface area as the IBSI defines it, by a series of Legendre polynomials P_ν up to ν = 20:
    ///
    /// ```
    /// A = 4π a b Σ_ν (αβ)^ν / (1 − 4ν²) · P_ν((α² + β²) / 2αβ)      α² = 1 − b²/a²,  β² = 1 − c²/a²
    /// ```
    ///
    /// This is the IBSI's definition, and its consensus values agree with it (1.36 for the digital phantom). It is smaller than
    /// the geometric area, for which β² = 1 − c²/b² (with it, 1.27), unless all axes are equal.
    ///
    /// Summed as Q_ν = (αβ)^ν P_ν by the polynomials' recurrence, which stays finite for a sphere.
    ///
    /// Source: IBSI reference manual, "Area density - approximate enclosing ellipsoid"; Maas 1994.
    public double areaMm2() {
        double alpha2 = 1 - bMm * bMm / (aMm * aMm);
        double beta2 = 1 - cMm * cMm / (aMm * aMm);
        double half = (alpha2 + beta2) / 2;
        double before = 1; // Q_0
        double current = half; // Q_1
        double sum = before + current / (1 - 4);
        for (int nu = 2; nu <= TERMS; nu++) {
            double next = ((2 * nu - 1) * half * current - (nu - 1) * alpha2 * beta2 * before) / nu;
            before = current;
            current = next;
            sum += current / (1 - 4.0 * nu * nu);
        }
        return 4 * Math.PI * aMm * bMm * sum;
    }

    /// The smallest ellipsoid that holds the hull, within 1e-10 of its size — for IBSI `SWZ1`, `BRI8`.
    public static Ellipsoid enclosing(ConvexHull hull) {
        return MinimumEllipsoid.around(hull.vertices());
    }
}
