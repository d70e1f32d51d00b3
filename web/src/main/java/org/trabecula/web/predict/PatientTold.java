package org.trabecula.web.predict;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.cohort.Patient;
import org.trabecula.cohort.Sex;
import org.trabecula.web.server.Asked;

/// What the page says of a patient.
///
/// @param ageYears empty when not known
/// @param sex      `F` or `M`; empty when not known
/// @param centre   for a model that harmonises centres; empty when there is none
public record PatientTold(OptionalDouble ageYears, Optional<String> sex, Optional<String> centre) {
    private static final double OLDEST_YEARS = 130;

    /// @throws org.trabecula.core.InputException WEB-006 for an age or a sex that is none
    public Patient patient() {
        double age = ageYears.orElse(Double.NaN);
        if (ageYears.isPresent() && !(age >= 0 && age <= OLDEST_YEARS)) {
            throw Asked.malformed("ageYears", Double.toString(age), "years between 0 and " + (int) OLDEST_YEARS);
        }
        return new Patient(age, sex.map(PatientTold::sex).orElse(Sex.UNKNOWN), centre.orElse(""));
    }

    private static Sex sex(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            default -> throw Asked.malformed("sex", "'" + text + "'", "F or M");
        };
    }
}
