package org.trabecula.study.report;

import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.Evaluation;

/// Says where a curve rests on so few cases that its shape means little.
final class SmallSamples {
    /// Cases of each class that a smoothed calibration curve wants: Van Calster et al. 2016,
    /// doi:10.1016/j.jclinepi.2015.12.005.
    private static final int FOR_A_SMOOTHED_CURVE = 200;

    /// Events and non-events below which an external validation says little: Vergouwe et al. 2005,
    /// doi:10.1016/j.jclinepi.2004.06.017.
    private static final int FOR_A_VALIDATION = 100;

    private SmallSamples() {}

    static Optional<String> ofCalibration(Evaluation.Row row, ClassNames classes) {
        return fewer(row, FOR_A_SMOOTHED_CURVE)
                ? Optional.of("A smoothed calibration curve wants about " + FOR_A_SMOOTHED_CURVE + " cases of each class; with "
                        + counts(row, classes) + " its bends are mostly chance. Slope and intercept carry further.")
                : Optional.empty();
    }

    static Optional<String> ofValidation(Evaluation.Row row, ClassNames classes) {
        return fewer(row, FOR_A_VALIDATION)
                ? Optional.of("With " + counts(row, classes) + " in the test part, one case more or less moves a curve visibly; "
                        + FOR_A_VALIDATION + " of each class are the usual minimum. Read the intervals before the estimates.")
                : Optional.empty();
    }

    private static boolean fewer(Evaluation.Row row, int least) {
        return row.positives() < least || row.n() - row.positives() < least;
    }

    private static String counts(Evaluation.Row row, ClassNames classes) {
        return Shown.count(row.n(), "case") + " (" + row.positives() + " " + classes.positive() + ", "
                + (row.n() - row.positives()) + " " + classes.negative() + ")";
    }
}
