package org.trabecula.study.fit;

/// How many features went into a step and came out.
///
/// @param step as the report names it
/// @param note what the step did or why it was skipped; may be empty
public record StepCount(String step, int before, int after, String note) {
    public StepCount {
        if (before < 0 || after < 0 || step.isEmpty()) {
            throw new IllegalArgumentException("a step counts features, got " + before + " before and " + after + " after " + step);
        }
    }
}
