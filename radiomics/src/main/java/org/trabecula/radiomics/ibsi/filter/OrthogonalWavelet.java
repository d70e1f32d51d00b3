package org.trabecula.radiomics.ibsi.filter;

/// Orthonormal wavelets whose filters have a closed form; the decomposition low-pass sums to √2.
///
/// The high-pass follows from the low-pass: `h[m] = (−1)^(m+1) g[L − 1 − m]`.
///
/// Source: Daubechies 1992, "Ten Lectures on Wavelets", doi:10.1137/1.9781611970104, tables 6.1 and 8.1.
public enum OrthogonalWavelet {
    HAAR(Math.sqrt(0.5), 1, 1),
    DB2(1 / (4 * Math.sqrt(2)), 1 - Math.sqrt(3), 3 - Math.sqrt(3), 3 + Math.sqrt(3), 1 + Math.sqrt(3)),
    DB3(
            1 / (16 * Math.sqrt(2)),
            1 + Math.sqrt(10) - Math.sqrt(5 + 2 * Math.sqrt(10)),
            5 + Math.sqrt(10) - 3 * Math.sqrt(5 + 2 * Math.sqrt(10)),
            10 - 2 * Math.sqrt(10) - 2 * Math.sqrt(5 + 2 * Math.sqrt(10)),
            10 - 2 * Math.sqrt(10) + 2 * Math.sqrt(5 + 2 * Math.sqrt(10)),
            5 + Math.sqrt(10) + 3 * Math.sqrt(5 + 2 * Math.sqrt(10)),
            1 + Math.sqrt(10) + Math.sqrt(5 + 2 * Math.sqrt(10))),
    COIF1(
            1 / (16 * Math.sqrt(2)),
            -3 + Math.sqrt(7),
            1 - Math.sqrt(7),
            14 - 2 * Math.sqrt(7),
            14 + 2 * Math.sqrt(7),
            5 + Math.sqrt(7),
            1 - Math.sqrt(7));

    private final double[] lowPass;

    OrthogonalWavelet(double scale, double... unscaled) {
        for (int m = 0; m < unscaled.length; m++) {
            unscaled[m] *= scale;
        }
        this.lowPass = unscaled;
    }

    /// The decomposition low-pass filter.
    double[] lowPass() {
        return lowPass.clone();
    }

    /// The decomposition high-pass filter.
    double[] highPass() {
        double[] highPass = new double[lowPass.length];
        for (int m = 0; m < highPass.length; m++) {
            highPass[m] = (m % 2 == 0 ? -1 : 1) * lowPass[highPass.length - 1 - m];
        }
        return highPass;
    }
}
