package org.trabecula.stats.icc;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Magnitude;

/// All six intraclass correlations of one table of readings, from its mean squares.
///
/// ```
/// ICC(1,1) = (MSB − MSW) / (MSB + (k−1) MSW)                        ICC(1,k) = (MSB − MSW) / MSB
/// ICC(2,1) = (MSB − MSE) / (MSB + (k−1) MSE + k (MSJ − MSE)/n)      ICC(2,k) = (MSB − MSE) / (MSB + (MSJ − MSE)/n)
/// ICC(3,1) = (MSB − MSE) / (MSB + (k−1) MSE)                        ICC(3,k) = (MSB − MSE) / MSB
/// ```
///
/// Nothing is clipped. Identical readings of differing subjects give 1; 0/0 gives NaN with a reason.
///
/// Source: Shrout and Fleiss 1979, doi:10.1037/0033-2909.86.2.420; McGraw and Wong 1996,
/// doi:10.1037/1082-989X.1.1.30.
///
/// @param meanSquares what everything is made from
/// @param forms       in the order of [IccForm]
public record IntraclassCorrelation(MeanSquares meanSquares, List<Icc> forms) {
    public IntraclassCorrelation {
        forms = List.copyOf(forms);
    }

    /// @param readings `readings[subject][rater]`; at least two of each
    /// @param level    of the intervals, such as 0.95
    public static IntraclassCorrelation of(double[][] readings, double level, AgreementLimits limits) {
        if (readings.length < 2 || readings[0].length < 2) {
            throw new IllegalArgumentException("an ICC needs at least 2 subjects and 2 raters, got " + readings.length
                    + " and " + (readings.length == 0 ? 0 : readings[0].length));
        }
        int incomplete = 0;
        for (double[] subject : readings) {
            if (subject.length != readings[0].length) {
                throw new IllegalArgumentException("every subject needs all raters, " + readings[0].length + ", got "
                        + subject.length);
            }
            incomplete += hasNaN(subject) ? 1 : 0;
        }
        if (incomplete > 0) {
            return none(readings, incomplete + " of " + readings.length + " subjects have a missing reading");
        }
        long infinite = Arrays.stream(readings).filter(subject -> Arrays.stream(subject).anyMatch(Double::isInfinite)).count();
        if (infinite > 0) {
            return none(readings, infinite + " of " + readings.length
                    + " subjects have an infinite reading, or one too large for a number (above 1.8e308)");
        }
        double unit = Magnitude.unit(readings);
        MeanSquares nearOne = MeanSquares.of(Arrays.stream(readings).map(subject -> Magnitude.times(subject, unit)).toArray(double[][]::new));
        return new IntraclassCorrelation(
                unit == 1 ? nearOne : MeanSquares.of(readings), new Forms(nearOne, (1 - level) / 2).all(limits)); // ratios have no unit
    }

    public Icc form(IccForm form) {
        return forms.get(form.ordinal());
    }

    private static IntraclassCorrelation none(double[][] readings, String why) {
        double nan = Double.NaN;
        return new IntraclassCorrelation(
                new MeanSquares(readings.length, readings[0].length, nan, nan, nan, nan),
                Arrays.stream(IccForm.values())
                        .map(form -> new Icc(form, nan, nan, nan, nan, nan, nan, nan, why))
                        .toList());
    }

    private static boolean hasNaN(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /// The formulas, with the letters of the sources.
    ///
    /// @param ms   the mean squares
    /// @param tail α/2
    private record Forms(MeanSquares ms, double tail) {
        List<Icc> all(AgreementLimits limits) {
            double n = ms.subjects();
            double k = ms.raters();
            double b = ms.msb();
            double w = ms.msw();
            double j = ms.msj();
            double e = ms.mse();
            double df = n - 1;
            double dfE = (n - 1) * (k - 1);
            double dfW = n * (k - 1);

            Interval ratioW = ratioLimits(b / w, df, dfW);
            Interval ratioE = ratioLimits(b / e, df, dfE);
            double icc21 = (b - e) / (b + (k - 1) * e + k * (j - e) / n);
            double icc2k = (b - e) / (b + (j - e) / n);
            double v1 = satterthwaite(icc21);
            Interval agreement = agreementLimits(v1);
            Interval ofMean;
            double dfSingle = dfE;
            double dfMean = dfE;
            if (limits == AgreementLimits.SHROUT_FLEISS) {
                ofMean = new Interval(spearmanBrown(agreement.lower()), spearmanBrown(agreement.upper()));
            } else {
                dfSingle = v1;
                dfMean = satterthwaite(icc2k);
                ofMean = agreementOfMeanLimits(dfMean);
            }
            return List.of(
                    icc(IccForm.ICC_1_1, (b - w) / (b + (k - 1) * w), single(ratioW), b / w, dfW),
                    icc(IccForm.ICC_2_1, icc21, agreement, b / e, dfSingle),
                    icc(IccForm.ICC_3_1, (b - e) / (b + (k - 1) * e), single(ratioE), b / e, dfE),
                    icc(IccForm.ICC_1_K, (b - w) / b, ofMean(ratioW), b / w, dfW),
                    icc(IccForm.ICC_2_K, icc2k, ofMean, b / e, dfMean),
                    icc(IccForm.ICC_3_K, (b - e) / b, ofMean(ratioE), b / e, dfE));
        }

        private Icc icc(IccForm form, double icc, Interval limits, double f, double df2) {
            double df1 = ms.subjects() - 1.0;
            String why = "";
            if (Double.isNaN(icc)) {
                why = "neither subjects nor readings differ beyond rounding";
            } else if (Double.isNaN(f)) {
                why = "subjects do not differ beyond rounding, so no variance ratio exists";
            }
            // identical readings: the ratio is infinite and the limits meet in 1
            Interval shown = f == Double.POSITIVE_INFINITY && icc == 1 ? new Interval(1, 1) : limits;
            return new Icc(form, icc, shown.lower(), shown.upper(), f, df1, df2, upperTail(f, df1, df2), why);
        }

        /// Limits of the population's ratio: F / F_{1−α/2}(df1, df2) and F · F_{1−α/2}(df2, df1).
        private Interval ratioLimits(double f, double df1, double df2) {
            return new Interval(f / quantile(df1, df2), f * quantile(df2, df1));
        }

        private Interval single(Interval ratio) {
            double k = ms.raters();
            return new Interval((ratio.lower() - 1) / (ratio.lower() + k - 1), (ratio.upper() - 1) / (ratio.upper() + k - 1));
        }

        private static Interval ofMean(Interval ratio) {
            return new Interval(1 - 1 / ratio.lower(), 1 - 1 / ratio.upper());
        }

        /// Degrees of freedom of a·MSJ + b·MSE with a = kρ/(n(1−ρ)), b = 1 + kρ(n−1)/(n(1−ρ)), written without the
        /// division by 1 − ρ.
        private double satterthwaite(double rho) {
            double n = ms.subjects();
            double k = ms.raters();
            double ofJ = k * rho * ms.msj();
            double ofE = (n * (1 + (k - 1) * rho) - k * rho) * ms.mse();
            double sum = ofJ + ofE;
            return sum * sum / (ofJ * ofJ / (k - 1) + ofE * ofE / ((n - 1) * (k - 1)));
        }

        private Interval agreementLimits(double v) {
            double n = ms.subjects();
            double k = ms.raters();
            double b = ms.msb();
            double e = ms.mse();
            double raters = k * ms.msj() + (k * n - k - n) * e;
            double low = quantile(n - 1, v);
            double high = quantile(v, n - 1);
            return new Interval(
                    n * (b - low * e) / (low * raters + n * b), n * (high * b - e) / (raters + n * high * b));
        }

        private Interval agreementOfMeanLimits(double v) {
            double n = ms.subjects();
            double b = ms.msb();
            double e = ms.mse();
            double raters = ms.msj() - e;
            double low = quantile(n - 1, v);
            double high = quantile(v, n - 1);
            return new Interval(
                    n * (b - low * e) / (low * raters + n * b), n * (high * b - e) / (raters + n * high * b));
        }

        private double spearmanBrown(double single) {
            double k = ms.raters();
            return single * k / (1 + single * (k - 1));
        }

        private double quantile(double df1, double df2) {
            return df1 > 0 && df2 > 0
                    ? FDistribution.of(df1, df2).inverseSurvivalProbability(tail)
                    : Double.NaN; // Satterthwaite's df is 0/0 where nothing varies
        }

        private static double upperTail(double f, double df1, double df2) {
            if (f == Double.POSITIVE_INFINITY) {
                return 0;
            }
            return df2 > 0 && f >= 0 ? FDistribution.of(df1, df2).survivalProbability(f) : Double.NaN;
        }
    }
}
