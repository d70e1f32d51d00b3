package org.trabecula.phantom;

/// The stage of a fracture, the outcome of a case.
public enum FractureStage {
    /// Marrow oedema on MRI; the positive class.
    ACUTE(1),
    /// No oedema.
    CHRONIC(0);

    private final int outcome;

    FractureStage(int outcome) {
        this.outcome = outcome;
    }

    public int outcome() {
        return outcome;
    }

    /// +1 for acute, −1 for chronic: the side on which the signs are shifted.
    int sign() {
        return this == ACUTE ? 1 : -1;
    }
}
