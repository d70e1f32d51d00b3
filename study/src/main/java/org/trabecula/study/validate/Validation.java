package org.trabecula.study.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.learn.model.ModelId;

/// What a finished model does in another cohort.
///
/// @param model      SHA-256 of its bundle
/// @param trainedOn  cases of the study that made it
/// @param cohort     who was looked at
/// @param evaluation of every model, at the model's own cut-offs
/// @param fits       recalibrations, by model
/// @param failures   cases without a probability
/// @param notes      what a reader should know, one sentence each
public record Validation(
        String model,
        int trainedOn,
        Counts cohort,
        Evaluation evaluation,
        Map<ModelId, CohortFit> fits,
        List<CaseFailure> failures,
        List<String> notes) {
    public Validation {
        fits = Collections.unmodifiableMap(new LinkedHashMap<>(fits));
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /// The way from the rows of a table to the cases evaluated.
    ///
    /// @param name           of the table, without a folder
    /// @param rows           in it
    /// @param excluded       for a reason that the table gives
    /// @param withoutOutcome left out for that
    /// @param failed         without a probability
    /// @param cases          evaluated
    /// @param patients       of them
    /// @param events         of them, cases of the positive class
    public record Counts(
            String name, int rows, int excluded, int withoutOutcome, int failed, int cases, int patients, int events) {}
}
