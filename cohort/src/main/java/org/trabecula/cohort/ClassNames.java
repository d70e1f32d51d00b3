package org.trabecula.cohort;

/// What people call the two outcomes.
///
/// @param positive outcome 1
/// @param negative outcome 0
public record ClassNames(String positive, String negative) {
    /// Of a manifest of vertebrae that codes the outcome as 1 and 0.
    public static final ClassNames FRACTURE_AGE = new ClassNames("acute", "chronic");

    /// Of a feature table whose outcome column holds 1 and 0: nothing says what they mean.
    public static ClassNames ofColumn(String column) {
        return new ClassNames(column + " 1", column + " 0");
    }

    /// Whether the question is the age of a fracture.
    public boolean areFractureAge() {
        return equals(FRACTURE_AGE);
    }
}
