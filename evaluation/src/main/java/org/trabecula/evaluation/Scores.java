package org.trabecula.evaluation;

import java.util.List;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Ranks;

/// The scores that one model gave the cases of one part.
///
/// @param model    a label, such as `fusion`; nothing is read out of it
/// @param part     where the cases stand
/// @param kind     how the scores came about
/// @param caseIds  the cases
/// @param patients of the cases; empty where nobody knows them, and rows are taken for independent
/// @param outcomes 1 or 0
/// @param scores   probabilities of the positive class, or any numbers that order the cases
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
        boolean grouped = !patients.isEmpty();
        if (grouped && patients.size() != caseIds.size()
                || outcomes.length != caseIds.size()
                || scores.length != caseIds.size()) {
            throw new IllegalArgumentException(
                    caseIds.size() + " cases, " + patients.size() + " patients, " + outcomes.length + " outcomes, "
                            + scores.length + " scores");
        }
    }

    /// Whether it is known which cases belong to one patient.
    public boolean isGrouped() {
        return !patients.isEmpty();
    }

    /// Cases that belong together; every case by itself where patients are not known.
    public Clusters clusters() {
        return isGrouped() ? Clusters.of(patients) : Clusters.singletons(outcomes.length);
    }

    /// @throws org.trabecula.core.InputException STA-101 at a value that is neither 0 nor 1
    public Outcome outcome() {
        return Outcome.ofZeroOne("outcome", outcomes);
    }

    /// Rows in ascending order of their scores, ties in row order.
    public int[] ascending() {
        return Ranks.order(scores);
    }

    /// Whether these are the same cases, in the same order and under the same heading, so that two models can be compared.
    boolean sameCasesAs(Scores other) {
        return part == other.part && kind == other.kind && caseIds.equals(other.caseIds);
    }
}
