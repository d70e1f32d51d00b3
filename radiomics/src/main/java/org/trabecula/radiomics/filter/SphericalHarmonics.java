package org.trabecula.radiomics.filter;

/// Spherical harmonics with SciPy's normalisation, sign (Condon and Shortley's phase) and order of operations.
///
/// ```
/// Y_nm = √((2n+1)/(4π)) · √((n−m)!/(n+m)!) · P_n^m(cos polar) · exp(i m azimuth)
/// P_n^(−m) = (−1)^m (n−m)!/(n+m)! P_n^m
/// ```
///
/// Different patterns on the sphere that are equal by symmetry differ in the last bits only; percentile features tell them
/// apart, so the bits matter. Source: SciPy `sph_harm`, specfun `LPMV` (Zhang and Jin 1996, "Computation of Special
/// Functions").
final class SphericalHarmonics {
    private SphericalHarmonics() {}

    /// The real and the imaginary part.
    static double[] of(int n, int m, double azimuth, double polar) {
        int order = Math.abs(m);
        double size = legendre(n, order, Math.cos(polar));
        if (m < 0) {
            size *= (order % 2 == 0 ? 1 : -1) * rising(n + order + 1, -2 * order);
        }
        size *= Math.sqrt((2 * n + 1) / 4.0 / Math.PI);
        size *= Math.sqrt(rising(n + m + 1, -2 * m));
        double angle = m * azimuth;
        return new double[] {size * Math.cos(angle), size * Math.sin(angle)};
    }

    /// Γ(a + count) / Γ(a) for whole numbers.
    private static double rising(int a, int count) {
        double product = 1;
        for (int m = count; m >= 1; m--) {
            product *= a + m - 1;
        }
        for (int m = count; m <= -1; m++) {
            product /= a + m;
        }
        return product;
    }

    /// The associated Legendre function P_n^m(x), m ≥ 0.
    private static double legendre(int n, int m, double x) {
        if (n <= 2 || n <= m) {
            return series(n, m, x);
        }
        double before = series(m, m, x);
        double value = series(m + 1, m, x);
        for (int k = m + 2; k <= n; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1 + m) * before) / (k - m);
            before = value;
            value = next;
        }
        return value;
    }

    /// By its finite series around x = −1.
    private static double series(int n, int m, double x) {
        double factor = 1;
        if (m != 0) {
            double product = n * (double) (n + m);
            for (int j = 1; j < m; j++) {
                product *= n * (double) n - j * (double) j;
            }
            double root = Math.sqrt(1 - x * x);
            double power = 1;
            for (int j = 1; j <= m; j++) {
                power = 0.5 * power * root / j;
            }
            factor = power * product;
        }
        double sum = 1;
        double term = 1;
        for (int k = 1; k <= n - m; k++) {
            term = 0.5 * term * (-n + m + k - 1.0) * (n + m + k) / (k * (k + (double) m)) * (1 + x);
            sum += term;
        }
        return (n % 2 == 0 ? 1 : -1) * factor * sum;
    }
}
