package org.trabecula.radiomics.filter;

/// Spherical harmonics with SciPy's normalisation and sign (Condon and Shortley's phase).
///
/// ```
/// Y_nm = √((2n+1)/(4π) · (n−m)!/(n+m)!) · P_n^m(cos polar) · exp(i m azimuth)
/// Y_n(−m) = (−1)^m conj(Y_nm)
/// ```
final class SphericalHarmonics {
    private SphericalHarmonics() {}

    /// The real and the imaginary part.
    static double[] of(int n, int m, double azimuth, double polar) {
        int order = Math.abs(m);
        double ratio = 1;
        for (int f = n - order + 1; f <= n + order; f++) {
            ratio /= f;
        }
        double size = Math.sqrt((2 * n + 1) / (4 * Math.PI) * ratio) * legendre(n, order, Math.cos(polar));
        if (m < 0 && order % 2 == 1) {
            size = -size;
        }
        return new double[] {size * Math.cos(m * azimuth), size * Math.sin(m * azimuth)};
    }

    /// The associated Legendre function P_n^m(x), m ≥ 0, by upward recurrence in n.
    private static double legendre(int n, int m, double x) {
        double diagonal = 1;
        double root = Math.sqrt((1 - x) * (1 + x));
        for (int k = 1; k <= m; k++) {
            diagonal *= -(2 * k - 1) * root;
        }
        double before = 0;
        double value = diagonal;
        for (int k = m + 1; k <= n; k++) {
            double next = ((2 * k - 1) * x * value - (k + m - 1) * before) / (k - m);
            before = value;
            value = next;
        }
        return value;
    }
}
