package org.trabecula.cohort;

import java.util.Optional;

/// What a doctor called a case, as the manifest's cells say it.
///
/// @param alone     without a model
/// @param withModel after a model's answer was shown
public record DoctorCells(Optional<String> alone, Optional<String> withModel) {
    public static final DoctorCells NONE = new DoctorCells(Optional.empty(), Optional.empty());
}
