package org.trabecula.stats.icc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.stats.Matrix;

/// When a feature counts as reproducible: its ICC reaches a bound in every comparison (P10: same reader, other reader).
///
/// An ICC that is NaN reaches nothing.
///
/// @param form    which ICC, such as `ICC(2,1)`
/// @param atLeast the bound, such as 0.8; reached exactly is enough
/// @param by      what is compared with it
/// @param level   of the interval behind [By#LOWER], such as 0.95
public record ReproducibilityRule(IccForm form, double atLeast, By by, double level) {
    /// What must reach the bound.
    public enum By {
        /// The estimate.
        ESTIMATE,
        /// The lower limit of the interval.
        LOWER
    }

    public ReproducibilityRule {
        if (!(atLeast >= -1 && atLeast <= 1)) {
            throw new IllegalArgumentException("an ICC's bound lies between -1 and 1, got " + atLeast);
        }
    }

    /// What was found for one feature.
    ///
    /// @param feature      its column
    /// @param byComparison one ICC a comparison, in their order
    /// @param kept         whether all reach the bound
    public record Verdict(int feature, List<Icc> byComparison, boolean kept) {
        public Verdict {
            byComparison = List.copyOf(byComparison);
        }
    }

    public boolean holds(Icc icc) {
        return (by == By.ESTIMATE ? icc.icc() : icc.lower()) >= atLeast;
    }

    /// Judges every feature, each by the cases that have all its readings.
    ///
    /// @param comparisons each a list of readings (two or more) of the same cases × the same features
    /// @param jobs        threads
    /// @return one verdict a feature, in column order
    public List<Verdict> judge(List<List<Matrix>> comparisons, int jobs) {
        if (comparisons.isEmpty() || comparisons.getFirst().isEmpty()) {
            throw new IllegalArgumentException("reproducibility needs at least one comparison of readings");
        }
        int features = comparisons.getFirst().getFirst().columns();
        for (List<Matrix> readings : comparisons) {
            for (Matrix reading : readings) {
                if (reading.columns() != features || reading.rows() != readings.getFirst().rows()) {
                    throw new IllegalArgumentException("readings of one comparison must have the same cases and features");
                }
            }
        }
        return Parallel.map(features, jobs, feature -> {
            List<Icc> found = new ArrayList<>();
            for (List<Matrix> readings : comparisons) {
                found.add(icc(readings, feature));
            }
            return new Verdict(feature, found, found.stream().allMatch(this::holds));
        });
    }

    private Icc icc(List<Matrix> readings, int feature) {
        double[][] x = new double[readings.getFirst().rows()][readings.size()];
        for (int rater = 0; rater < readings.size(); rater++) {
            for (int row = 0; row < x.length; row++) {
                x[row][rater] = readings.get(rater).get(row, feature);
            }
        }
        double[][] complete = Arrays.stream(x).filter(row -> Arrays.stream(row).allMatch(Double::isFinite)).toArray(double[][]::new);
        return IntraclassCorrelation.of(complete.length < 2 ? x : complete, level, AgreementLimits.SHROUT_FLEISS).form(form);
    }
}
