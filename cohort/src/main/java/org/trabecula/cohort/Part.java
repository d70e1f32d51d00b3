package org.trabecula.cohort;

/// The side of the split that a manifest gives a case, if it does.
public enum Part {
    TRAIN,
    TEST,
    NOT_GIVEN
}
