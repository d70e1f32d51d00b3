package org.trabecula.stats.calibration;

/// A parabola fitted to weighted points by least squares, from sums about the place where its value is wanted.
final class LocalParabola {
    private LocalParabola() {}

    /// The constant term by Cramer's rule; that of a line, then a mean, where the points do not span a parabola.
    ///
    /// @param s Σ w·u^k, k = 0 … 4
    /// @param t Σ w·u^k·y, k = 0 … 2
    static double intercept(double[] s, double[] t) {
        double a = s[2] * s[4] - s[3] * s[3];
        double b = s[1] * s[4] - s[2] * s[3];
        double c = s[1] * s[3] - s[2] * s[2];
        double determinant = s[0] * a - s[1] * b + s[2] * c;
        if (determinant > 1e-14 * s[0] * s[2] * s[4]) {
            return (t[0] * a - t[1] * b + t[2] * c) / determinant;
        }
        double ofLine = s[0] * s[2] - s[1] * s[1];
        if (ofLine > 1e-14 * s[0] * s[2]) {
            return (t[0] * s[2] - t[1] * s[1]) / ofLine;
        }
        return t[0] / s[0];
    }
}
