package org.trabecula.cohort;

/// What is known of a patient besides the images.
///
/// @param ageYears NaN when not recorded
/// @param sex      unknown when not recorded
/// @param centre   site; empty when not recorded
public record Patient(double ageYears, Sex sex, String centre) {
    public static final Patient UNKNOWN = new Patient(Double.NaN, Sex.UNKNOWN, "");
}
