package org.trabecula.stats.roc;

import java.util.List;

/// Part of the area, and points between the corners of a curve; linear between corners, as pROC.
///
/// Source: McClish 1989, doi:10.1177/0272989X8900900307.
public final class PartialAuc {
    private PartialAuc() {}

    /// Area where the specificity lies between two bounds: ∫ sensitivity over 1 − specificity.
    ///
    /// @param low  lower bound of the specificity, in [0, 1)
    /// @param high upper bound, above `low`
    public static double overSpecificity(RocCurve curve, double low, double high) {
        requireRange(low, high);
        double area = 0;
        List<RocPoint> points = curve.points();
        for (int k = 0; k + 1 < points.size(); k++) { // specificity rises, sensitivity falls
            area += trapezoid(
                    points.get(k).specificity(),
                    points.get(k).sensitivity(),
                    points.get(k + 1).specificity(),
                    points.get(k + 1).sensitivity(),
                    low,
                    high);
        }
        return area;
    }

    /// Area where the sensitivity lies between two bounds: ∫ specificity over sensitivity.
    public static double overSensitivity(RocCurve curve, double low, double high) {
        requireRange(low, high);
        double area = 0;
        List<RocPoint> points = curve.points();
        for (int k = points.size() - 1; k > 0; k--) { // sensitivity rises, specificity falls
            area += trapezoid(
                    points.get(k).sensitivity(),
                    points.get(k).specificity(),
                    points.get(k - 1).sensitivity(),
                    points.get(k - 1).specificity(),
                    low,
                    high);
        }
        return area;
    }

    /// McClish's scale, ½ for a score that knows nothing and 1 for a perfect one: (1 + (A − min)/(max − min))/2.
    ///
    /// @param area of [#overSpecificity] or [#overSensitivity] with the same bounds
    public static double corrected(double area, double low, double high) {
        requireRange(low, high);
        double max = high - low;
        double min = ((1 - low) * (1 - low) - (1 - high) * (1 - high)) / 2; // below the diagonal
        return (1 + (area - min) / (max - min)) / 2;
    }

    /// The curve's sensitivity at a specificity, the highest where several points have it.
    public static double sensitivityAt(RocCurve curve, double specificity) {
        List<RocPoint> points = curve.points();
        for (int k = 0; k < points.size(); k++) {
            RocPoint here = points.get(k);
            if (here.specificity() == specificity) {
                return here.sensitivity();
            }
            if (here.specificity() > specificity) {
                RocPoint before = points.get(k - 1);
                double share = (specificity - before.specificity()) / (here.specificity() - before.specificity());
                return before.sensitivity() + share * (here.sensitivity() - before.sensitivity());
            }
        }
        throw new IllegalArgumentException("a specificity lies in 0 … 1, got " + specificity);
    }

    /// The curve's specificity at a sensitivity, the highest where several points have it.
    public static double specificityAt(RocCurve curve, double sensitivity) {
        List<RocPoint> points = curve.points();
        for (int k = points.size() - 1; k >= 0; k--) {
            RocPoint here = points.get(k);
            if (here.sensitivity() == sensitivity) {
                return here.specificity();
            }
            if (here.sensitivity() > sensitivity) {
                RocPoint after = points.get(k + 1);
                double share = (sensitivity - after.sensitivity()) / (here.sensitivity() - after.sensitivity());
                return after.specificity() + share * (here.specificity() - after.specificity());
            }
        }
        throw new IllegalArgumentException("a sensitivity lies in 0 … 1, got " + sensitivity);
    }

    /// The part between `low` and `high` of the trapezoid under (x0, y0) … (x1, y1), x0 ≤ x1.
    private static double trapezoid(double x0, double y0, double x1, double y1, double low, double high) {
        double from = Math.max(x0, low);
        double to = Math.min(x1, high);
        if (!(to > from)) {
            return 0;
        }
        double slope = (y1 - y0) / (x1 - x0);
        return (to - from) * (y0 + slope * ((from + to) / 2 - x0));
    }

    private static void requireRange(double low, double high) {
        if (!(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException("bounds must satisfy 0 ≤ low < high ≤ 1, got " + low + " and " + high);
        }
    }
}
