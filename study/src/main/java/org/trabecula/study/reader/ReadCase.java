package org.trabecula.study.reader;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A case and what everybody calls it.
///
/// @param positive  what it is
/// @param doctor    the doctor's call; empty where there is none
/// @param withModel the same doctor's call after a model's answer was shown; empty where there is none
/// @param readings  by model, of the models that have a score for it
public record ReadCase(
        String caseId, String patientId, boolean positive, Optional<Boolean> doctor, Optional<Boolean> withModel, Map<String, Reading> readings) {
    /// @param probability of the positive class
    /// @param positive    whether it lies beyond the cut-off
    public record Reading(double probability, boolean positive) {}

    public ReadCase {
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings)); // in the order of the models
    }

    /// Whether each of these models has a score for the case and calls it right.
    boolean allRight(Collection<String> models) {
        return models.stream().allMatch(model -> readings.containsKey(model) && right(model));
    }

    /// Whether each of these models has a score for the case and calls it wrong.
    boolean allWrong(Collection<String> models) {
        return models.stream().allMatch(model -> readings.containsKey(model) && !right(model));
    }

    /// Whether a model that has a score for it calls it right.
    public boolean right(String model) {
        return calledPositive(model) == positive;
    }

    /// Whether a model that has a score for it calls it positive.
    public boolean calledPositive(String model) {
        Reading reading = readings.get(model);
        if (reading == null) {
            throw new IllegalArgumentException("no score of " + model + " for " + caseId);
        }
        return reading.positive();
    }

    /// Whether the doctor's call is known and right.
    boolean doctorRight() {
        return doctor.isPresent() && doctor.get() == positive;
    }

    /// Whether the doctor's call is known and wrong.
    boolean doctorWrong() {
        return doctor.isPresent() && doctor.get() != positive;
    }
}
