package org.trabecula.learn;

/// A case as learning sees it.
///
/// @param outcome 1 positive, 0 negative
public record Subject(String caseId, String patientId, int outcome) {
    public Subject {
        if (outcome != 0 && outcome != 1) {
            throw new IllegalArgumentException("outcome of " + caseId + " must be 0 or 1, got " + outcome);
        }
    }
}
