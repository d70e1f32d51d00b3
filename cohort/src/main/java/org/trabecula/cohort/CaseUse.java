package org.trabecula.cohort;

import java.util.Optional;
import java.util.OptionalInt;

/// What a study does with a case.
///
/// @param outcome 1 positive (acute), 0 negative (chronic); absent for new patients
/// @param part    the side of the split, where the manifest gives one
/// @param exclude a reason to count the case but not use it
/// @param doctor  a reader's own calls
/// @param readings of the outcome, by two readers
/// @param folds   where the manifest gives them
public record CaseUse(OptionalInt outcome, Part part, Optional<String> exclude, DoctorCells doctor, Readings readings, CaseFolds folds) {
    /// Of a new patient, or of an image that is only measured.
    public static final CaseUse MEASURED =
            new CaseUse(OptionalInt.empty(), Part.NOT_GIVEN, Optional.empty(), DoctorCells.NONE, Readings.NONE, CaseFolds.NONE);

    /// Of a case with this outcome, on this side of the split.
    public static CaseUse of(int outcome, Part part) {
        return new CaseUse(OptionalInt.of(outcome), part, Optional.empty(), DoctorCells.NONE, Readings.NONE, CaseFolds.NONE);
    }

    public CaseUse withExclude(String reason) {
        return new CaseUse(outcome, part, Optional.of(reason), doctor, readings, folds);
    }

    public CaseUse withPart(Part other) {
        return new CaseUse(outcome, other, exclude, doctor, readings, folds);
    }
}
