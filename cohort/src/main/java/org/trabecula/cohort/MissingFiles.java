package org.trabecula.cohort;

/// What becomes of a row of a manifest whose image or mask is not there.
enum MissingFiles {
    /// The manifest is refused.
    REFUSED,
    /// The row is set apart, the others go on.
    SET_APART,
    /// Nobody looks: the files lie elsewhere.
    NOT_LOOKED_FOR
}
