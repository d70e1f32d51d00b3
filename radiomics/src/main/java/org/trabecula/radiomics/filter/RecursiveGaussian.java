package org.trabecula.radiomics.filter;

/// Coefficients of the fourth-order recursive approximations of a Gaussian and of its second derivative.
///
/// Source: Deriche 1993, INRIA report 1893; Farnebäck and Westin 2006, doi:10.1007/s10851-006-8886-4 (normalisation); order
/// of operations of ITK's RecursiveGaussianImageFilter.
///
/// ```
/// f_n = N0 x_n + N1 x_(n−1) + N2 x_(n−2) + N3 x_(n−3) − (D1 f_(n−1) + … + D4 f_(n−4))
/// g_n = M1 x_(n+1) + … + M4 x_(n+4) − (D1 g_(n+1) + … + D4 g_(n+4))
/// ```
///
/// Beyond the ends x repeats its last sample, and terms D f become BN x_0, terms D g become BM x_last.
///
/// @param n     N0 … N3
/// @param d     D1 … D4
/// @param m     M1 … M4
/// @param bn    BN1 … BN4
/// @param bm    BM1 … BM4
record RecursiveGaussian(double[] n, double[] d, double[] m, double[] bn, double[] bm) {
    private static final double W1 = 0.6681;
    private static final double L1 = -1.3932;
    private static final double W2 = 2.0787;
    private static final double L2 = -1.3732;

    private record Poles(double sin1, double cos1, double exp1, double sin2, double cos2, double exp2) {
        static Poles of(double sd) {
            return new Poles(
                    Math.sin(W1 / sd), Math.cos(W1 / sd), Math.exp(L1 / sd),
                    Math.sin(W2 / sd), Math.cos(W2 / sd), Math.exp(L2 / sd));
        }

        double[] denominator() {
            double d4 = exp1 * exp1 * exp2 * exp2;
            double d3 = -2 * cos1 * exp1 * exp2 * exp2;
            d3 += -2 * cos2 * exp2 * exp1 * exp1;
            double d2 = 4 * cos2 * cos1 * exp1 * exp2;
            d2 += exp1 * exp1 + exp2 * exp2;
            double d1 = -2 * (exp2 * cos2 + exp1 * cos1);
            return new double[] {d1, d2, d3, d4};
        }

        double[] numerator(double a1, double b1, double a2, double b2) {
            double n0 = a1 + a2;
            double n1 = exp2 * (b2 * sin2 - (a2 + 2 * a1) * cos2);
            n1 += exp1 * (b1 * sin1 - (a1 + 2 * a2) * cos1);
            double n2 = (a1 + a2) * cos2 * cos1;
            n2 -= b1 * cos2 * sin1 + b2 * cos1 * sin2;
            n2 *= 2 * exp1 * exp2;
            n2 += a2 * exp1 * exp1 + a1 * exp2 * exp2;
            double n3 = exp2 * exp1 * exp1 * (b2 * sin2 - a2 * cos2);
            n3 += exp1 * exp2 * exp2 * (b1 * sin1 - a1 * cos1);
            return new double[] {n0, n1, n2, n3};
        }

        double[] smoothing() {
            return numerator(1.3530, 1.8151, -0.3531, 0.0902);
        }

        double[] secondDerivative() {
            return numerator(-1.3563, 5.2318, 0.3446, -2.2355);
        }
    }

    /// The Gaussian.
    ///
    /// @param sd standard deviation in voxels
    static RecursiveGaussian smoothing(double sd) {
        Poles poles = Poles.of(sd);
        double[] d = poles.denominator();
        double[] n = poles.smoothing();
        double alpha = 2 * sum(n) / (1.0 + d[0] + d[1] + d[2] + d[3]) - n[0];
        return complete(scaled(n, 1 / alpha), d);
    }

    /// The second derivative of the Gaussian, times `scale`.
    ///
    /// @param sd standard deviation in voxels
    static RecursiveGaussian secondDerivative(double sd, double scale) {
        Poles poles = Poles.of(sd);
        double[] d = poles.denominator();
        double sumD = 1.0 + d[0] + d[1] + d[2] + d[3];
        double firstD = d[0] + 2 * d[1] + 3 * d[2] + 4 * d[3];
        double secondD = d[0] + 4 * d[1] + 9 * d[2] + 16 * d[3];
        double[] zero = poles.smoothing();
        double[] two = poles.secondDerivative();
        double beta = -(2 * sum(two) - sumD * two[0]) / (2 * sum(zero) - sumD * zero[0]);
        double[] n = new double[4];
        for (int t = 0; t < 4; t++) {
            n[t] = two[t] + beta * zero[t];
        }
        double sumN = sum(two) + beta * sum(zero);
        double firstN = first(two) + beta * first(zero);
        double secondN = second(two) + beta * second(zero);
        double alpha = secondN * sumD * sumD
                - secondD * sumN * sumD
                - 2 * firstN * firstD * sumD
                + 2 * firstD * firstD * sumN;
        alpha /= sumD * sumD * sumD;
        return complete(scaled(n, scale / alpha), d);
    }

    private static RecursiveGaussian complete(double[] n, double[] d) {
        double[] m = {n[1] - d[0] * n[0], n[2] - d[1] * n[0], n[3] - d[2] * n[0], -d[3] * n[0]};
        double sumN = sum(n);
        double sumM = sum(m);
        double sumD = 1.0 + d[0] + d[1] + d[2] + d[3];
        double[] bn = new double[4];
        double[] bm = new double[4];
        for (int t = 0; t < 4; t++) {
            bn[t] = d[t] * sumN / sumD;
            bm[t] = d[t] * sumM / sumD;
        }
        return new RecursiveGaussian(n, d, m, bn, bm);
    }

    private static double[] scaled(double[] n, double scale) {
        double[] scaled = new double[4];
        for (int t = 0; t < 4; t++) {
            scaled[t] = n[t] * scale;
        }
        return scaled;
    }

    private static double sum(double[] n) {
        return n[0] + n[1] + n[2] + n[3];
    }

    private static double first(double[] n) {
        return n[1] + 2 * n[2] + 3 * n[3];
    }

    private static double second(double[] n) {
        return n[1] + 4 * n[2] + 9 * n[3];
    }
}
