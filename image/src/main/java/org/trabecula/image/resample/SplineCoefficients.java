package org.trabecula.image.resample;

/// The recursive prefilter that turns samples into cubic B-spline coefficients (Unser 1999, doi:10.1109/79.799930).
///
/// ```
/// z = √3 − 2                     the pole
/// x ← x · (1 − z)(1 − 1/z)
/// c⁺_0 = Σ zⁿ x_n                mirrored line; cut after 18 terms (|z|¹⁸ < 1e-10) on longer lines
/// c⁺_n = x_n + z c⁺_(n−1)
/// c_(L−1) = z/(z² − 1) (z c⁺_(L−2) + c⁺_(L−1))
/// c_n = z (c_(n+1) − c⁺_n)
/// ```
///
/// Order of operations as in ITK's `BSplineDecompositionImageFilter` (tolerance 1e-10), in doubles. A line of one sample
/// stays as it is.
///
/// **A window is enough.** Two recursions that differ at one sample differ by |z| = 0.268 times less at the next, so after
/// 28 samples they differ by less than half an ulp of the values; from then on each step makes them equal to the bit with
/// probability 0.73 at least, and once equal they stay so. [#WINDOW_MARGIN] leaves 20 steps for that: one line in 10¹¹
/// might keep a last-bit difference. Windows start at an even offset, so that a line which is constant from its beginning
/// alternates in the same phase.
public final class SplineCoefficients {
    /// Samples that a window must hold beyond the coefficients wanted, on each side that is not the line's end.
    public static final int WINDOW_MARGIN = 48;

    private static final double POLE = Math.sqrt(3.0) - 2.0;
    private static final double GAIN = (1.0 - POLE) * (1.0 - 1.0 / POLE);
    private static final int HORIZON = (int) Math.ceil(Math.log(1e-10) / Math.log(Math.abs(POLE)));

    private SplineCoefficients() {}

    /// Filters `count` neighbouring lines in place; sample n of line l lies at `first + n·step + l`.
    ///
    /// @param length samples of each line
    static void filter(double[] c, int first, int length, int step, int count) {
        if (length == 1) {
            return;
        }
        for (int n = 0, at = first; n < length; n++, at += step) {
            for (int l = 0; l < count; l++) {
                c[at + l] *= GAIN;
            }
        }
        for (int l = 0; l < count; l++) {
            c[first + l] = firstCausal(c, first + l, length, step);
        }
        for (int n = 1, at = first + step; n < length; n++, at += step) {
            int before = at - step;
            for (int l = 0; l < count; l++) {
                c[at + l] = c[at + l] + POLE * c[before + l];
            }
        }
        int last = first + (length - 1) * step;
        for (int l = 0; l < count; l++) {
            c[last + l] = POLE / (POLE * POLE - 1.0) * (POLE * c[last - step + l] + c[last + l]);
        }
        for (int n = length - 2, at = last - step; n >= 0; n--, at -= step) {
            int after = at + step;
            for (int l = 0; l < count; l++) {
                c[at + l] = POLE * (c[after + l] - c[at + l]);
            }
        }
    }

    private static double firstCausal(double[] x, int first, int length, int step) {
        double power = POLE;
        if (HORIZON < length) {
            double sum = x[first];
            for (int n = 1; n < HORIZON; n++) {
                sum += power * x[first + n * step];
                power *= POLE;
            }
            return sum;
        }
        double reciprocal = 1.0 / POLE;
        double mirrored = Math.pow(POLE, length - 1.0);
        double sum = x[first] + mirrored * x[first + (length - 1) * step];
        mirrored *= mirrored * reciprocal;
        for (int n = 1; n <= length - 2; n++) {
            sum += (power + mirrored) * x[first + n * step];
            power *= POLE;
            mirrored *= reciprocal;
        }
        return sum / (1.0 - power * power);
    }
}
