package org.trabecula.study.validate;

import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.calibration.LogisticRecalibration;
import org.trabecula.stats.calibration.RecalibrationErrors;
import org.trabecula.study.bundle.Recalibration;

/// The two recalibrations of one model on a cohort.
///
/// @param intercept       alone, the slope held at 1
/// @param interceptErrors of it, by patient
/// @param line            intercept and slope together
/// @param lineErrors      of them, by patient
public record CohortFit(
        LogisticRecalibration intercept,
        RecalibrationErrors interceptErrors,
        LogisticRecalibration line,
        RecalibrationErrors lineErrors) {

    /// @param probabilities of the rows
    static CohortFit of(LabelledRows rows, double[] probabilities) {
        LogisticRecalibration alone = LogisticRecalibration.inTheLarge(rows.outcome(), probabilities);
        LogisticRecalibration both = LogisticRecalibration.fit(rows.outcome(), probabilities);
        return new CohortFit(
                alone, RecalibrationErrors.of(alone, rows.outcome(), probabilities, rows.clusters()),
                both, RecalibrationErrors.of(both, rows.outcome(), probabilities, rows.clusters()));
    }

    public LogisticRecalibration of(Recalibration.Kind kind) {
        return switch (kind) {
            case INTERCEPT -> intercept;
            case SLOPE -> line;
            case REFIT -> throw new IllegalArgumentException("a refit is no line");
        };
    }

    public RecalibrationErrors errorsOf(Recalibration.Kind kind) {
        return switch (kind) {
            case INTERCEPT -> interceptErrors;
            case SLOPE -> lineErrors;
            case REFIT -> throw new IllegalArgumentException("a refit is no line");
        };
    }

    /// Whether the fit is finite and keeps the order of cases.
    public boolean updates(Recalibration.Kind kind) {
        return of(kind).slope() > 0 && Double.isFinite(of(kind).intercept());
    }
}
