package org.trabecula.evaluation;

import java.util.List;

/// The scores that one model gave the cases of one part.
///
/// @param model    such as `fusion`
/// @param part     where the cases stand
/// @param kind     how the scores came about
/// @param caseIds  the cases
/// @param patients of the cases
/// @param outcomes 1 or 0
/// @param scores   probabilities of the positive class
public record Scores(
        String model,
        Part part,
        Kind kind,
        List<String> caseIds,
        List<String> patients,
        double[] outcomes,
        double[] scores) {
    /// Training or test.
    public enum Part {
        TRAIN,
        TEST;

        public String label() {
            return this == TRAIN ? "train" : "test";
        }
    }

    /// How a score came about, which decides what may be read from it.
    public enum Kind {
        /// From a model that never saw the case's patient.
        CROSSFIT("crossfit"),
        /// From a model fitted to the case itself: optimistic, shown for comparison only.
        IN_SAMPLE("in-sample"),
        /// From the final model, on a patient that nothing was fitted to.
        TEST("test");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Scores {
        caseIds = List.copyOf(caseIds);
        patients = List.copyOf(patients);
        if (patients.size() != caseIds.size() || outcomes.length != caseIds.size() || scores.length != caseIds.size()) {
            throw new IllegalArgumentException(caseIds.size() + " cases, " + scores.length + " scores");
        }
    }
}
