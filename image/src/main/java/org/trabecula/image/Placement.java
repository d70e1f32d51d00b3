package org.trabecula.image;

/// What to do with a file that does not say where in the patient it lies.
public enum Placement {
    /// Refuse it (GEO-005).
    STATED,
    /// Take the file's coordinates as LPS; without coordinates, i runs to the left, j to the back, k to the head, from the
    /// world's origin. Only a person can know that this holds.
    ASSUME_LPS
}
