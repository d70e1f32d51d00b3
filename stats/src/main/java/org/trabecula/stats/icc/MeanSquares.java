package org.trabecula.stats.icc;

/// The analysis of variance of n subjects, each read by the same k raters.
///
/// ```
/// MSB = k Σ_i (x̄_i. − x̄)² / (n − 1)                        between subjects
/// MSW = Σ_ij (x_ij − x̄_i.)² / (n (k − 1))                   within subjects
/// MSJ = n Σ_j (x̄_.j − x̄)² / (k − 1)                        between raters
/// MSE = Σ_ij (x_ij − x̄_i. − x̄_.j + x̄)² / ((n − 1)(k − 1))  residual
/// ```
///
/// A mean square below the rounding of the readings, (8 ε max|x|)², is set to 0: it is noise, and ratios of noise are
/// no reproducibility.
///
/// @param subjects n ≥ 2
/// @param raters   k ≥ 2
public record MeanSquares(int subjects, int raters, double msb, double msw, double msj, double mse) {
    /// @param x readings, `x[subject][rater]`, without NaN
    static MeanSquares of(double[][] x) {
        int n = x.length;
        int k = x[0].length;
        double[] ofSubject = new double[n];
        double[] ofRater = new double[k];
        double grand = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                ofSubject[i] += x[i][j] / k;
                ofRater[j] += x[i][j] / n;
                largest = Math.max(largest, Math.abs(x[i][j]));
            }
            grand += ofSubject[i] / n;
        }
        double b = 0;
        double w = 0;
        double e = 0;
        for (int i = 0; i < n; i++) {
            b += square(ofSubject[i] - grand);
            for (int j = 0; j < k; j++) {
                w += square(x[i][j] - ofSubject[i]);
                e += square(x[i][j] - ofSubject[i] - ofRater[j] + grand);
            }
        }
        double between = 0;
        for (int j = 0; j < k; j++) {
            between += square(ofRater[j] - grand);
        }
        double noise = square(8 * Math.ulp(1.0) * largest);
        return new MeanSquares(
                n,
                k,
                aboveNoise(k * b / (n - 1), noise),
                aboveNoise(w / (n * (k - 1.0)), noise),
                aboveNoise(n * between / (k - 1), noise),
                aboveNoise(e / ((n - 1.0) * (k - 1)), noise));
    }

    private static double aboveNoise(double meanSquare, double noise) {
        return meanSquare > noise ? meanSquare : 0;
    }

    private static double square(double value) {
        return value * value;
    }
}
