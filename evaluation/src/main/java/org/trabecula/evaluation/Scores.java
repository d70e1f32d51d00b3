package org.trabecula.evaluation;

import java.util.Optional;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.Ranks;

/// The scores that one model gave the cases of one part.
///
/// @param model   a label, such as `fusion`; nothing is read out of it
/// @param part    where the cases stand
/// @param kind    how the scores came about
/// @param rows    the cases
/// @param scores  probabilities of the positive class, or any numbers that order the cases
/// @param heldOut folds and their cut-offs, where scores were cross-fitted here; empty where one model scored all rows
public record Scores(
        String model, Part part, Kind kind, LabelledRows rows, double[] scores, Optional<HeldOut> heldOut) {
    /// Scores of one model.
    public Scores(String model, Part part, Kind kind, LabelledRows rows, double[] scores) {
        this(model, part, kind, rows, scores, Optional.empty());
    }

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
        if (scores.length != rows.size()) {
            throw new IllegalArgumentException(rows.size() + " cases, " + scores.length + " scores");
        }
        if (heldOut.isPresent() && heldOut.get().foldOfRow().length != rows.size()) {
            throw new IllegalArgumentException(rows.size() + " cases, folds of " + heldOut.get().foldOfRow().length);
        }
    }

    /// Whether it is known which cases belong to one patient.
    public boolean isGrouped() {
        return rows.isGrouped();
    }

    /// Cases that belong together; every case by itself where patients are not known.
    public Clusters clusters() {
        return rows.clusters();
    }

    public Outcome outcome() {
        return rows.outcome();
    }

    /// Rows in ascending order of their scores, ties in row order.
    public int[] ascending() {
        return Ranks.order(scores);
    }

    /// Whether these are the same cases, in the same order and under the same heading, so that two models can be compared.
    boolean sameCasesAs(Scores other) {
        return part == other.part && kind == other.kind && rows.ids().equals(other.rows.ids());
    }
}
