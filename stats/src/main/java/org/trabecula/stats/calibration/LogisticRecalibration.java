package org.trabecula.stats.calibration;

import org.trabecula.stats.Outcome;

/// The logistic regression of the outcome on logit p: Cox's calibration line.
///
/// ```
/// logit P(y = 1) = intercept + slope · logit p
/// ```
///
/// Slope 1 and intercept 0 are ideal; a slope below 1 means predictions too extreme. Fitted by Newton's method to the last
/// bits. Probabilities of exactly 0 or 1 have no logit and take no part. A slope with a standard error above 5 is not given: the
/// probabilities hardly differ, and glm would print a large number.
///
/// Source: Cox 1958, doi:10.1093/biomet/45.3-4.562; Miller, Hui and Tierney 1991, doi:10.1002/sim.4780100805.
///
/// @param intercept   NaN where no finite estimate exists
/// @param slope       1 when it was held there
/// @param interceptSe standard error from the information
/// @param slopeSe     standard error; 0 when the slope was held
/// @param deviance    −2 log likelihood
/// @param rows        that took part
/// @param why         reason for NaN; empty otherwise
public record LogisticRecalibration(
        double intercept,
        double slope,
        double interceptSe,
        double slopeSe,
        double deviance,
        int rows,
        String why) {
    private static final int MOST_STEPS = 100;
    /// Of a slope whose ideal is 1: beyond it the 95 % interval is twenty wide, and the estimate says nothing but that.
    private static final double WIDEST_SE = 5;
    /// Whose product stays far below the largest double, 2^1024.
    private static final int FACTORS = 512;

    /// Intercept and slope together.
    public static LogisticRecalibration fit(Outcome outcome, double[] probability) {
        return newton(Logits.of(outcome, probability), true);
    }

    /// Calibration in the large: the intercept with the slope held at 1.
    public static LogisticRecalibration inTheLarge(Outcome outcome, double[] probability) {
        return newton(Logits.of(outcome, probability), false);
    }

    /// The recalibrated probability of any row; 0 and 1 stay.
    public double apply(double probability) {
        if (probability == 0 || probability == 1) {
            return probability;
        }
        return logistic(intercept + slope * logit(probability));
    }

    public static double logit(double p) {
        return Math.log(p) - Math.log1p(-p);
    }

    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static LogisticRecalibration newton(Logits rows, boolean withSlope) {
        if (!rows.hasBothClasses()) {
            return none(rows, "rows with a probability between 0 and 1 hold one class only");
        }
        if (withSlope && rows.separated()) {
            return none(rows, "the outcome is separated by the score, or all scores are equal: no finite slope exists");
        }
        double a = 0;
        double b = 1;
        double deviance = rows.deviance(a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] g = rows.scoreAndInformation(a, b);
            double determinant = withSlope ? g[2] * g[4] - g[3] * g[3] : g[2];
            if (!(determinant > 0)) {
                return none(rows, "every probability is within rounding of 0 or 1");
            }
            double da = withSlope ? (g[4] * g[0] - g[3] * g[1]) / determinant : g[0] / g[2];
            double db = withSlope ? (g[2] * g[1] - g[3] * g[0]) / determinant : 0;
            double length = 1;
            double after = rows.deviance(a + da, b + db);
            while (after > deviance + 1e-9 * deviance && length > 1e-6) {
                length /= 2;
                after = rows.deviance(a + length * da, b + length * db);
            }
            deviance = after;
            a += length * da;
            b += length * db;
            if (Math.abs(da) <= 1e-15 * Math.max(1, Math.abs(a)) && Math.abs(db) <= 1e-15 * Math.max(1, Math.abs(b))) {
                break;
            }
        }
        double[] g = rows.scoreAndInformation(a, b);
        double determinant = g[2] * g[4] - g[3] * g[3];
        if (withSlope && !(Math.sqrt(g[2] / determinant) <= WIDEST_SE)) {
            return none(rows, "the probabilities hardly differ: the slope could be anything");
        }
        return new LogisticRecalibration(
                a,
                b,
                withSlope ? Math.sqrt(g[4] / determinant) : Math.sqrt(1 / g[2]),
                withSlope ? Math.sqrt(g[2] / determinant) : 0,
                deviance,
                rows.logit.length,
                "");
    }

    private static LogisticRecalibration none(Logits rows, String why) {
        double nan = Double.NaN;
        return new LogisticRecalibration(nan, nan, nan, nan, nan, rows.logit.length, why);
    }

    /// Rows with a finite logit.
    record Logits(double[] logit, double[] y) {
        static Logits of(Outcome outcome, double[] probability) {
            int count = 0;
            for (double p : probability) {
                count += p > 0 && p < 1 ? 1 : 0;
            }
            double[] logit = new double[count];
            double[] y = new double[count];
            int k = 0;
            for (int row = 0; row < probability.length; row++) {
                double p = probability[row];
                if (p > 0 && p < 1) {
                    logit[k] = LogisticRecalibration.logit(p);
                    y[k++] = outcome.y(row);
                }
            }
            return new Logits(logit, y);
        }

        boolean hasBothClasses() {
            double cases = 0;
            for (double one : y) {
                cases += one;
            }
            return cases > 0 && cases < y.length;
        }

        /// Whether some logit has all cases on one side and all controls on the other, itself belonging to either.
        boolean separated() {
            double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int k = 0; k < y.length; k++) {
                int one = (int) y[k];
                lowest[one] = Math.min(lowest[one], logit[k]);
                highest[one] = Math.max(highest[one], logit[k]);
            }
            return highest[0] <= lowest[1] || highest[1] <= lowest[0];
        }

        /// −2 Σ [y η − log(1 + e^η)], where log(1 + e^η) = max(η, 0) + log(1 + e^−|η|). The last factors lie in (1, 2], so a
        /// logarithm is taken of the product of many of them.
        double deviance(double a, double b) {
            double sum = 0;
            for (int from = 0; from < y.length; from += FACTORS) {
                int to = Math.min(from + FACTORS, y.length);
                double product = 1;
                for (int k = from; k < to; k++) {
                    double eta = a + b * logit[k];
                    sum += y[k] * eta - Math.max(eta, 0);
                    product *= 1 + Math.exp(-Math.abs(eta));
                }
                sum -= Math.log(product);
            }
            return -2 * sum;
        }

        /// Score of a and b, then Σw, Σwx, Σwx².
        double[] scoreAndInformation(double a, double b) {
            double ofA = 0;
            double ofB = 0;
            double w0 = 0;
            double w1 = 0;
            double w2 = 0;
            for (int k = 0; k < y.length; k++) {
                double x = logit[k];
                double p = logistic(a + b * x);
                double w = p * (1 - p);
                double wx = w * x;
                ofA += y[k] - p;
                ofB += (y[k] - p) * x;
                w0 += w;
                w1 += wx;
                w2 += wx * x;
            }
            return new double[] {ofA, ofB, w0, w1, w2};
        }
    }
}
