package org.trabecula.evaluation.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.stats.calibration.LogisticRecalibration;
import org.trabecula.stats.calibration.RecalibrationErrors;

/// A recalibration with its standard errors: an object of `recalibration`, a row of `recalibration.csv`.
public final class RecalibrationDocument {
    public static final List<String> COLUMNS = List.of(
            "model", "update", "rows", "intercept", "intercept_se", "intercept_se_by_patient", "slope", "slope_se",
            "slope_se_by_patient", "deviance");

    private RecalibrationDocument() {}

    /// @param errors by patient
    public static Map<String, @Nullable Object> object(LogisticRecalibration fit, RecalibrationErrors errors) {
        return new JsonObject()
                .put("rows", fit.rows())
                .number("intercept", fit.intercept(), fit.why())
                .number("intercept_se", fit.interceptSe(), fit.why())
                .number("intercept_se_by_patient", errors.intercept(), fit.why())
                .number("slope", fit.slope(), fit.why())
                .number("slope_se", fit.slopeSe(), fit.why())
                .number("slope_se_by_patient", errors.slope(), fit.why())
                .number("deviance", fit.deviance(), fit.why())
                .map();
    }

    /// @param update such as `slope`
    /// @param errors by patient
    public static List<String> cells(String model, String update, LogisticRecalibration fit, RecalibrationErrors errors) {
        return List.of(
                model, update, DocumentTable.cell(fit.rows()), DocumentTable.cell(fit.intercept()),
                DocumentTable.cell(fit.interceptSe()), DocumentTable.cell(errors.intercept()), DocumentTable.cell(fit.slope()),
                DocumentTable.cell(fit.slopeSe()), DocumentTable.cell(errors.slope()), DocumentTable.cell(fit.deviance()));
    }
}
