package org.trabecula.stats.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Quantiles;

/// Mean probability and share of cases in bins of probability, as scikit-learn's `calibration_curve`; empty bins are left
/// out.
public final class CalibrationBins {
    private CalibrationBins() {}

    /// @param rows          in the bin
    /// @param meanPredicted mean probability
    /// @param observed      share of cases
    public record Bin(int rows, double meanPredicted, double observed) {}

    /// Bins of equal width on [0, 1], closed on the right.
    public static List<Bin> equalWidth(Outcome outcome, double[] p, int bins) {
        double[] inner = new double[bins - 1];
        for (int k = 0; k < inner.length; k++) {
            inner[k] = (k + 1) * (1.0 / bins);
        }
        return count(outcome, p, inner);
    }

    /// Bins of about equal size, between quantiles (type 7), closed on the right.
    public static List<Bin> equalSize(Outcome outcome, double[] p, int bins) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] inner = new double[bins - 1];
        for (int k = 0; k < inner.length; k++) {
            inner[k] = Quantiles.type7OfSorted(sorted, (k + 1.0) / bins);
        }
        return count(outcome, p, inner);
    }

    private static List<Bin> count(Outcome outcome, double[] p, double[] inner) {
        int[] rows = new int[inner.length + 1];
        int[] cases = new int[rows.length];
        double[] sum = new double[rows.length];
        for (int row = 0; row < p.length; row++) {
            int bin = 0;
            while (bin < inner.length && p[row] > inner[bin]) {
                bin++;
            }
            rows[bin]++;
            cases[bin] += outcome.y(row);
            sum[bin] += p[row];
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < rows.length; bin++) {
            if (rows[bin] > 0) {
                bins.add(new Bin(rows[bin], sum[bin] / rows[bin], (double) cases[bin] / rows[bin]));
            }
        }
        return bins;
    }
}
